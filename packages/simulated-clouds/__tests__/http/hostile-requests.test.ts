import { connect } from "node:tls";
import fc from "fast-check";
import { startClient, type RestClient } from "./client";

let client: RestClient;
let arm: string;
let graph: string;
beforeAll(async () => {
  client = await startClient();
  [arm, graph] = await Promise.all([client.deployerToken(), client.deployerToken("graph")]);
});
afterAll(() => client.close());

const stillServes = async (): Promise<void> => {
  const { status, body } = await client.get("/metadata/endpoints?api-version=2022-09-01");
  expect({ status, name: body.name }).toEqual({ status: 200, name: "SimulatedCloud" });
};

/** Sends what no client would, and resolves to what comes back until either side is done. */
function raw(text: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    const { port } = new URL(client.clouds.origin);
    const socket = connect({ host: "localhost", port: Number(port), ca: client.clouds.certificate }, () => {
      socket.end(text);
    });
    let received = "";
    socket.setEncoding("utf8").on("data", (chunk: string) => (received += chunk));
    socket.on("error", () => socket.destroy()).on("close", () => resolve(received));
    socket.setTimeout(2000, () => socket.destroy());
  });
}

const request = (line: string, headers = ""): Promise<string> =>
  raw(`${line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers}\r\n`);

/** Undefined where the connection was cut. */
function statusOf(response: string): number | undefined {
  const status = /^HTTP\/1\.1 (\d+)/.exec(response)?.[1];
  return status === undefined ? undefined : Number(status);
}

describe("a request that no client would send", () => {
  test.each([
    ["a path that cannot be decoded", "GET /%", 400],
    ["a part of a character", "GET /subscriptions/%E4%A", 400],
    ["the server itself", "OPTIONS *", 404],
    ["a query alone", "GET ?a=b", 400],
    ["an empty port", "GET //:/", 404],
    ["a method of nobody", "PURGE /subscriptions", 405],
    ["a tunnel", "CONNECT localhost:443", undefined],
  ])("%s has its response, and does no harm", async (_what, line, status) => {
    expect(statusOf(await request(line))).toBe(status);
    await stillServes();
  });

  test("the whole address, as for a proxy, is the path in it", async () => {
    const { origin } = client.clouds;
    const response = await request(`GET ${origin}/metadata/endpoints?api-version=2022-09-01`);
    expect(statusOf(response)).toBe(200);
    expect(response).toContain("SimulatedCloud");
    expect(statusOf(await request("GET http://elsewhere.example"))).toBe(404);
  });

  test("a client that goes away in the middle of its body does no harm", async () => {
    await raw("PUT /subscriptions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{");
    await stillServes();
  });
});

const SEGMENTS = [
  ..."subscriptions providers Microsoft.Network virtualNetworks virtualNetworkPeerings subnets resourceGroups".split(
    " ",
  ),
  ..."Microsoft.Authorization roleAssignments roleDefinitions permissions Microsoft.Compute virtualMachines".split(" "),
  ..."runCommands graph v1.0 applications servicePrincipals policies v1 project my-project vpcs service".split(" "),
  ..."user-peer-network-cidrs topic acl user clouds metadata endpoints oauth2 v2.0 token msi me".split(" "),
  ..."5ab50000-0000-4000-8000-000000000001 $metadata .. %2e%2e %00 %2F __proto__ constructor group network".split(" "),
];
const VALUES = ["api-version", "$filter", "$expand", "$select", "resource", "client_id", "location", "properties"];

const segment = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...SEGMENTS) }, fc.string({ maxLength: 8 }));
const path = fc.array(segment, { maxLength: 12 }).map((segments) => `/${segments.join("/")}`);
const query = fc
  .array(fc.tuple(fc.constantFrom(...VALUES), fc.string({ maxLength: 12 })), { maxLength: 3 })
  .map((pairs) => (pairs.length > 0 ? `?${pairs.map(([name, value]) => `${name}=${value}`).join("&")}` : ""));
/** What is served, so that what is sent there reaches the clouds. */
const SUBSCRIPTION = "/subscriptions/5ab50000-0000-4000-8000-000000000001";
const NETWORK = `${SUBSCRIPTION}/resourceGroups/group/providers/Microsoft.Network/virtualNetworks/network`;
const MACHINE = `${SUBSCRIPTION}/resourceGroups/group/providers/Microsoft.Compute/virtualMachines/machine`;
const SERVED = [
  ...[SUBSCRIPTION, `${SUBSCRIPTION}/resourceGroups/group`, NETWORK, MACHINE, `${MACHINE}/runCommands/command`],
  ...["subnets/a", "virtualNetworkPeerings/a", "virtualNetworkPeerings"].map((below) => `${NETWORK}/${below}`),
  ...[
    "roleAssignments/5ab50000-0000-4000-8000-000000000002",
    "roleDefinitions/5ab50000-0000-4000-8000-000000000002",
  ].map((below) => `${NETWORK}/providers/Microsoft.Authorization/${below}`),
  ...["locks/a", "permissions", "denyAssignments"].map(
    (below) => `${SUBSCRIPTION}/providers/Microsoft.Authorization/${below}`,
  ),
  ...["applications", "servicePrincipals", "applications/any/addPassword", "policies/authorizationPolicy"].map(
    (below) => `/graph/v1.0/${below}`,
  ),
  ...["vpcs", "vpcs/any/peering-connections", "service", "service/any/topic", "service/any/user"].map(
    (below) => `/v1/project/my-project/${below}`,
  ),
  ...["oauth2/v2.0/token", "oauth2/token", "v2.0/.well-known/openid-configuration"].map((below) => `/common/${below}`),
];
const whereto = fc.oneof(path, fc.constantFrom(...SERVED));
const target = fc.tuple(whereto, query).map(([one, other]) => (one + other).replace(/[\0-\x20\x7f-\uffff]/g, "%"));
const method = fc.constantFrom("GET", "PUT", "POST", "PATCH", "DELETE", "HEAD", "OPTIONS");
const body = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc
    .object({ key: fc.constantFrom(...VALUES, "id", "name", "addressSpace", "passwordCredential") })
    .map((value) => JSON.stringify(value)),
  fc.string({ maxLength: 40 }),
);
const type = fc.constantFrom("application/json", "application/x-www-form-urlencoded", "text/plain");

test("nothing that is sent ends the clouds of those who send what is right", async () => {
  // what goes wrong beside a response would end a process
  const lost: unknown[] = [];
  const note = (reason: unknown): void => void lost.push(reason);
  process.on("unhandledRejection", note).on("uncaughtException", note);
  const tokens = fc.constantFrom("", `Bearer ${arm}`, `Bearer ${graph}`, "aivenv1 token", "Bearer", "Basic Og==");
  try {
    await fc.assert(
      fc.asyncProperty(method, target, tokens, type, body, async (verb, to, authorization, contentType, content) => {
        const length = Buffer.byteLength(content);
        const response = await raw(
          `${verb} ${to} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: ${authorization}\r\n` +
            `Content-Type: ${contentType}\r\nContent-Length: ${length}\r\n\r\n${content}`,
        );
        expect(statusOf(response)).toBeGreaterThanOrEqual(100);
        expect(response).not.toContain("SimulatorError");
        expect(lost).toEqual([]);
      }),
      { numRuns: 1000 },
    );
    await stillServes();
  } finally {
    process.off("unhandledRejection", note).off("uncaughtException", note);
  }
});

test("nor do bytes that are no HTTP", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      await raw(Buffer.from(bytes));
    }),
    { numRuns: 50 },
  );
  await stillServes();
});
