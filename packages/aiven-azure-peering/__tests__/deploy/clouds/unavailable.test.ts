import { Clouds, type Outcome } from "../support/clouds";
import { PeeringByHand } from "../support/peering-by-hand";

const started: Clouds[] = [];
afterEach(() => Promise.all(started.splice(0).map((clouds) => clouds.close())));

async function start() {
  const clouds = await Clouds.start();
  started.push(clouds);
  return { clouds, peering: await new PeeringByHand(clouds).prepare() };
}

/** The one line that it said, and nothing else. */
function complaint({ code, out, err }: Outcome): string {
  expect({ code, out }).toEqual({ code: 2, out: "" });
  const [line, ...rest] = err.trimEnd().split("\n");
  expect(rest).toEqual([]);
  expect(line).toMatch(/^aiven-azure-peering: /);
  expect(line).not.toMatch(/\bat .*:\d+:\d+/);
  return line.replace(/^aiven-azure-peering: /, "").replace(/localhost:\d+/, "<clouds>");
}

/** What nobody knows because of it, each once; the rest was looked at. */
async function obstacles(clouds: Clouds, options: readonly string[]): Promise<string[]> {
  const { out, err } = await clouds.run(["status", ...options, "--json"]);
  expect(err).toBe("");
  const { sections } = JSON.parse(out) as {
    sections: { lines: { status: string; message: string; remedy?: string }[] }[];
  };
  const lines = sections.flatMap((section) => section.lines);
  expect(lines.some(({ status }) => status !== "unknown")).toBe(true);
  const unknown = lines.filter(
    ({ status, message, remedy }) =>
      status === "unknown" && remedy !== undefined && !message.startsWith("not known before Aiven has a connection"),
  );
  const said = unknown.map(({ message, remedy }) => `${message}; ${remedy}`.replace(/localhost:\d+/, "<clouds>"));
  return [...new Set(said)];
}

const CLOUDS = [
  ["Azure", /virtualNetworks/],
  ["Microsoft Graph", /graph\/v1\.0/],
  ["Aiven", /\/v1\/project/],
] as const;
const down = { error: { code: "ServiceUnavailable", message: "The server is busy." }, message: "The server is busy." };

describe.each(CLOUDS)("%s", (cloud, path) => {
  test("is asked again where it was not available once, or received too many requests", async () => {
    const { clouds, peering } = await start();
    const headers = { "retry-after": "0" };
    clouds.http.disturbances.add({ path, response: { status: 503, body: down }, times: 1 });
    clouds.http.disturbances.add({ path, response: { status: 429, headers, body: down }, times: 1 });
    const { code, err } = await clouds.run(["status", ...peering.options]);
    // the peering is not there, but that was seen
    expect({ code, err }).toEqual({ code: 1, err: "" });
  });

  test.each([
    [503, "is not available (503)", "try again in some minutes"],
    [500, "is not available (500)", "try again in some minutes"],
  ])("responds with %d all the time", async (status, what, remedy) => {
    const { clouds, peering } = await start();
    clouds.http.disturbances.add({ path, response: { status, body: down } });
    const said = "ServiceUnavailable: The server is busy.";
    expect(await obstacles(clouds, peering.options)).toEqual([`${cloud} ${what}: ${said}; ${remedy}`]);
  });

  test("responds with 429 all the time", async () => {
    const { clouds, peering } = await start();
    clouds.http.disturbances.add({
      path,
      response: { status: 429, headers: { "retry-after": "1" }, text: "slow down" },
    });
    expect(await obstacles(clouds, peering.options)).toEqual([
      `${cloud} received too many requests; try again in some minutes`,
    ]);
  });

  test("a proxy responds instead", async () => {
    const { clouds, peering } = await start();
    clouds.http.disturbances.add({ path, response: { status: 200, text: "<html>log in</html>" } });
    expect(await obstacles(clouds, peering.options)).toEqual([
      `${cloud} sent a response that is not JSON from https://<clouds>; check whether a proxy responds instead`,
    ]);
  });

  test("the connection is reset", async () => {
    const { clouds, peering } = await start();
    clouds.http.disturbances.add({ path });
    expect(await obstacles(clouds, peering.options)).toEqual([
      `${cloud} cannot be reached at https://<clouds>: the connection was reset; check the network, HTTPS_PROXY and SSL_CERT_FILE`,
    ]);
  });
});

test("the network is down", async () => {
  const { clouds, peering } = await start();
  await clouds.http.close();
  expect(complaint(await clouds.run(["status", ...peering.options]))).toBe(
    "Azure cannot be reached at https://<clouds>: the connection was refused; check the network, HTTPS_PROXY and SSL_CERT_FILE",
  );
});

test("a process of its own ends as soon as it has said so", async () => {
  const { clouds, peering } = await start();
  await clouds.http.close();
  expect(complaint(await clouds.spawn(["status", ...peering.options]))).toMatch(/^Azure cannot be reached/);
});

test("a certificate that nobody trusts", async () => {
  const { clouds, peering } = await start();
  expect(complaint(await clouds.run(["status", ...peering.options], { SSL_CERT_FILE: undefined }))).toBe(
    "Azure cannot be reached at https://<clouds>: its certificate is not trusted; check the network, HTTPS_PROXY and SSL_CERT_FILE",
  );
});

test("a token that has expired", async () => {
  const { clouds, peering } = await start();
  const expired = await Clouds.start({}, { tokenLifetime: 0 });
  started.push(expired);
  expect(complaint(await expired.run(["status", ...peering.options]))).toBe(
    "Azure did not accept the sign-in: ExpiredAuthenticationToken: The access token has expired.; sign in again (az login), or renew the credential in ARM_…",
  );
  const response = { status: 401, body: { message: "Missing (expired) db token" } };
  clouds.http.disturbances.add({ path: /\/v1\/project/, response });
  expect(complaint(await clouds.run(["status", ...peering.options]))).toBe(
    "Aiven did not accept the sign-in: Missing (expired) db token; set AIVEN_TOKEN, or the variable from which the stack has it, to a token that is valid",
  );
});

test("Microsoft Entra is not available", async () => {
  const { clouds, peering } = await start();
  clouds.http.disturbances.add({ path: /oauth2\/v2\.0\/token/, response: { status: 503, body: down } });
  expect(complaint(await clouds.run(["status", ...peering.options]))).toMatch(
    /^the sign-in to Azure with a client secret failed: .*; check ARM_TENANT_ID, ARM_CLIENT_ID and ARM_CLIENT_SECRET$/,
  );
});
