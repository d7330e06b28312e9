import { createHttpHeaders, createPipelineRequest } from "@azure/core-rest-pipeline";
import { patience } from "../../src/clouds/client";

test("a pause that a cloud asks for is cut to what a person waits", async () => {
  const request = createPipelineRequest({ url: "https://cloud.example" });
  const paused = async (headers: Record<string, string>) => {
    const response = { status: 429, request, headers: createHttpHeaders(headers) };
    return (await patience.sendRequest(request, () => Promise.resolve(response))).headers.toJSON();
  };
  expect(await paused({ "retry-after": "3600" })).toEqual({ "retry-after": "5" });
  expect(await paused({ "retry-after": "2" })).toEqual({ "retry-after": "2" });
  expect(await paused({ "x-ms-retry-after-ms": "60000" })).toEqual({ "x-ms-retry-after-ms": "5000" });
  expect(await paused({ "retry-after": new Date(Date.now() + 3_600_000).toUTCString() })).toEqual({
    "retry-after": "5",
  });
});
