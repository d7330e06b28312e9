import { minutes, seconds } from "../../../src/clouds/clock";
import { createNetwork, vnet } from "../../clouds/people";
import { expectSuccess } from "../../support/clouds";
import { AzapiHarness, configuration, ID, PEERING, properties, retry } from "./peering";

const harness = new AzapiHarness();

test("a refused PUT is tried again as retry says, further and further apart", async () => {
  harness.refuse("PUT", 400, "ReferencedResourceNotProvisioned", 3);
  const start = harness.world.clock.now();
  expectSuccess(await harness.configure(configuration(retry("ReferencedResourceNotProvisioned"))).apply());
  expect(harness.requests()).toEqual(["GET 404", "PUT 400", "PUT 400", "PUT 400", "PUT 200", "GET 200"]);
  // 5 + 15 + 20, and 10 until the write is done
  expect(harness.secondsSince(start)).toBe(50);
});

test("without retry it is said at once, after one more look whether something was made", async () => {
  harness.refuse("PUT", 400, "ReferencedResourceNotProvisioned");
  const { code, text } = await harness.configure(configuration()).apply();
  expect(code).toBe(1);
  expect(text).toContain(
    `creating/updating Resource: (ResourceId "${ID}" / Api Version "2024-05-01"): PUT https://management.azure.com${ID}`,
  );
  expect(text).toContain("RESPONSE 400: 400 Bad Request ERROR CODE: ReferencedResourceNotProvisioned");
  expect(harness.requests()).toEqual(["GET 404", "PUT 400", "GET 404"]);
});

test("503 is tried again whatever retry says, the first look and a 403 are not", async () => {
  harness.refuse("PUT", 503, "ServiceUnavailable", 2);
  expectSuccess(await harness.configure(configuration()).apply());
  expect(harness.requests()).toEqual(["GET 404", "PUT 503", "PUT 503", "PUT 200", "GET 200"]);
  await harness.destroy();
  harness.refuse("GET", 403, "AuthorizationFailed");
  const asked = harness.since();
  const { text } = await harness.configure(configuration(retry("AuthorizationFailed"))).apply();
  expect(text).toContain("checking for presence of existing Resource: (ResourceId");
  expect(asked()).toEqual(["GET 403"]);
});

test("the look after a write is tried again on 403 and 404", async () => {
  expectSuccess(await harness.configure(configuration()).apply());
  await harness.destroy();
  harness.world.faults.inject({
    match: { cloud: "arm", method: "GET", path: /to-other/ },
    status: 404,
    code: "ResourceNotFound",
    message: "not yet",
    times: 3,
  });
  const asked = harness.since();
  expectSuccess(await harness.apply());
  // the first one is the look before
  expect(asked()).toEqual(["GET 404", "PUT 200", "GET 404", "GET 404", "GET 200"]);
});

test("a lasting 403 that matches hangs a plan for five minutes, one that does not for none", async () => {
  await harness.configure(configuration(retry("AuthorizationFailed"))).apply();
  harness.refuse("GET", 403, "AuthorizationFailed", Infinity);
  const start = harness.world.clock.now();
  const asked = harness.since();
  const { code, text } = await harness.plan();
  expect(code).toBe(1);
  expect(text).toContain("context deadline exceeded, last retryable error: GET ");
  expect(harness.secondsSince(start)).toBe(300);
  expect(asked()).toHaveLength(16);
  await harness.world.clock.advance(minutes(1));
  expect((await harness.configure(configuration()).plan()).code).toBe(1);
});

test("timeouts bound what is tried again", async () => {
  harness.refuse("PUT", 503, "ServiceUnavailable", Infinity);
  const start = harness.world.clock.now();
  const { text } = await harness.configure(configuration({ timeouts: { create: "2m" } })).apply();
  expect(text).toContain("context deadline exceeded");
  expect(harness.world.clock.now() - start).toBe(seconds(120));
});

test("locks are held one after the other within a provider", async () => {
  createNetwork(harness.world, "third", ["10.3.0.0/16"]);
  const second = (change: object) => {
    const both = configuration(change);
    const { it } = both.resource.azapi_resource;
    const body = { properties: properties({ remoteVirtualNetwork: { id: vnet("third") } }) };
    return { ...both, resource: { azapi_resource: { it, second: { ...it, name: "second", body } } } };
  };
  const delay = async (change: object) => {
    expectSuccess(await harness.configure(second(change)).apply());
    const [one, other] = harness.world.journal.matching(/^PUT/).slice(-2);
    await harness.destroy();
    return other.at - one.at;
  };
  expect(await delay({})).toBe(0);
  expect(await delay({ locks: [vnet("vnet")] })).toBe(seconds(10));
});

test("interval and longest interval of retry have defaults", async () => {
  await harness.configure(configuration({ retry: { error_message_regex: ["Busy"] } })).apply();
  const { interval_seconds, max_interval_seconds } = (await harness.resources())[PEERING].values.retry as Record<
    string,
    number
  >;
  expect([interval_seconds, max_interval_seconds]).toEqual([10, 180]);
});
