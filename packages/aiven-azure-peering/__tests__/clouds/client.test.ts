import { createHttpHeaders, createPipelineRequest } from "@azure/core-rest-pipeline";
import { patience } from "../../src/clouds/client";

test("a pause that a cloud asks for is cut to what a person waits", async () => {
  const request = createPipelineRequest({ url: "https://cloud.example" });
  const paused = async (headers: Record<string, string>) => {
    const response = { status: 429, request, headers: createHttpHeaders(headers) };
    return (await patience.sendRequest(request, () => Promise.resolve(response))).headers.toJSON();
  };
  const after = (pause: number) => ({ "retry-after-ms": String(pause) });
  expect(await paused({ "retry-after": "3600" })).toEqual(after(5000));
  expect(await paused({ "retry-after": "600.5" })).toEqual(after(5000));
  expect(await paused({ "retry-after": "2" })).toEqual(after(2000));
  expect(await paused({ "retry-after": "0.25" })).toEqual(after(250));
  expect(await paused({ "x-ms-retry-after-ms": "60000" })).toEqual(after(5000));
  expect(await paused({ "retry-after": new Date(Date.now() + 3_600_000).toUTCString() })).toEqual(after(5000));
  expect(await paused({ "retry-after": new Date(Date.now() - 3_600_000).toUTCString() })).toEqual(after(0));
  // a 429 that asks for no pause, or for one that is none
  for (const none of [{}, { "retry-after": "soon" }, { "retry-after": "-5" }, { "retry-after": "Infinity" }]) {
    expect(await paused(none as Record<string, string>)).toEqual(after(1000));
  }
});
