import { spawn } from "node:child_process";
import { ROOT } from "../../../../../tools/folder";
import { runCommand, Clouds, SOURCE } from "../support/clouds";
import { PeeringByHand } from "../support/peering-by-hand";

let clouds: Clouds;
let peering: PeeringByHand;
beforeAll(async () => {
  clouds = await Clouds.start();
  peering = await new PeeringByHand(clouds).make();
});
afterAll(() => clouds.close());

const ESCAPE = "\u001b";
const network = (name: string): string =>
  `/subscriptions/5ab50000-0000-4000-8000-000000000001/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/${name}`;

describe("what a person sees", () => {
  const status = (env: Readonly<Record<string, string>> = {}, columns?: number) =>
    clouds.run(["status", ...peering.options], env, { columns });

  test("colours at a terminal, and none without one or with NO_COLOR", async () => {
    expect((await status({}, 100)).out).toContain(ESCAPE);
    expect((await status()).out).not.toContain(ESCAPE);
    const plain = await status({ NO_COLOR: "1" }, 100);
    expect(plain.out).not.toContain(ESCAPE);
    expect((await status({ TERM: "dumb" }, 100)).out).not.toContain(ESCAPE);
  });

  test("what is under way at a terminal, on stderr, and nothing of it elsewhere", async () => {
    expect((await status({}, 100)).err).toContain("signing in …");
    expect((await status()).err).toBe("");
  });

  test.each([40, 60])("at %d columns no line is longer but for an id, which stays whole", async (columns) => {
    const { out } = await status({ COLUMNS: String(columns) });
    const long = out.split("\n").filter((line) => line.length > columns);
    for (const line of long) expect(line.trim()).toMatch(/^(?:\S+|[\w '’]+: \S+)$/);
    expect(out).toContain(peering.networkId);
    expect(out).toMatch(/Aiven's connection: ACTIVE\n/);
  });

  test("both sides side by side where there is room", async () => {
    const { out } = await status({ COLUMNS: "120" });
    expect(out).toMatch(/state\s+│\s+ACTIVE\s+│\s+Connected/);
  });

  test("no secret, neither of the application nor of who looks", async () => {
    const seen = [await status(), await clouds.run(["status", ...peering.options, "--json"])];
    for (const { out, err } of seen) {
      for (const secret of [peering.secret, clouds.env.ARM_CLIENT_SECRET]) expect(out + err).not.toContain(secret);
      expect(out + err).not.toMatch(/eyJ[\w-]+\./);
    }
  });
});

test("--strict: what is unknown ends with 1, and stands at the end with what failed", async () => {
  const { faults } = clouds.world;
  const match = { cloud: "graph", path: /applications/ } as const;
  faults.inject({ match, status: 403, code: "Authorization_RequestDenied", message: "no", times: Infinity });
  const look = (...more: string[]) => clouds.run(["status", ...peering.options, ...more]);
  const [lax, strict] = [await look(), await look("--strict")];
  faults.clear();
  expect([lax.code, strict.code]).toEqual([0, 1]);
  const [, inSections = "", closing = ""] = /^([^]*\n\n)(some checks .*\n)$/.exec(lax.out) ?? [];
  expect(inSections).toContain("\n  unknown ");
  expect(inSections).not.toContain("What to do");
  expect(strict.out).toMatch(/\n\nWhat to do\n\nApplication\n {2}unknown [^]*\n\nsome checks could not be completed: /);
  expect(strict.out.endsWith(closing)).toBe(true);
  expect((await look("--strict")).code).toBe(0);
});

test("--json is one object on stdout, of the whole of it", async () => {
  const { code, out, err } = await clouds.run(["status", ...peering.options, "--json"], {}, { columns: 40 });
  expect(code).toBe(0);
  expect(err).not.toContain("{");
  expect(JSON.parse(out)).toMatchObject({
    command: "status",
    status: "ok",
    vpcs: [{ state: "ACTIVE", networkCidr: "10.0.0.0/24" }],
    peerings: [
      { virtualNetworkId: peering.networkId, aiven: { state: "ACTIVE" }, azure: { peeringState: "Connected" } },
    ],
  });
});

describe("what cannot be used is said in one line", () => {
  const uuid = "11111111-1111-4111-8111-111111111111";
  test.each<[readonly string[], string]>([
    [[], "no command is given; see aiven-azure-peering --help"],
    [["stats"], "unknown command 'stats' (Did you mean status?); see aiven-azure-peering --help"],
    [["status", "--jsn"], "unknown option '--jsn' (Did you mean --json?); see aiven-azure-peering --help"],
    [["status", "--vpc"], "option '--vpc <project/uuid>' argument missing; see aiven-azure-peering --help"],
    [
      ["status", "more"],
      "too many arguments for 'status'. Expected 0 arguments but got 1.; see aiven-azure-peering --help",
    ],
    [
      ["status"],
      "no peering is given: use --stack cdktf.out/stacks/<name>, or --vpc <project>/<uuid> and --network <id of the virtual network>",
    ],
    [["status", "--network", network("n")], "no Aiven project is given: use --vpc <project>/<uuid>, or --project"],
    [
      ["status", "--network", "hub", "--project", "p"],
      '--network: "hub" is not allowed, use /subscriptions/<uuid>/resourceGroups/<name>/providers/Microsoft.Network/virtualNetworks/<name>',
    ],
    [
      ["status", "--network", network("n"), "--vpc", "p/1"],
      '--vpc: "p/1" is not allowed, use <project>/<uuid>, as Terraform has it',
    ],
    [
      ["status", "--network", network("n"), "--vpc", `p/${uuid}`, "--project", "q"],
      `--vpc: "p/${uuid}" is not in --project q`,
    ],
    [
      ["status", "--network", network("n"), "--project", "p", "--client-id", "me"],
      '--client-id: "me" is not allowed, use the UUID of the application that peers',
    ],
    [
      ["status", "--stack", "x", "--project", "p"],
      "--project is not allowed beside --stack, which says it already; leave it out",
    ],
    [
      ["status", "--stack", "nowhere"],
      "--stack: there is no nowhere: synthesise the app, and name a folder in cdktf.out/stacks",
    ],
    [["status", "--stack", "README.md"], "--stack: README.md is no JSON: name a folder in cdktf.out/stacks"],
    [
      ["status", "--stack", "package.json"],
      "--stack: package.json does not say what its peerings are made of: it has no AivenAzurePeering, or an older release of the package synthesised it; name the stack that has one, or update the package and synthesise the stack again",
    ],
  ])("%j", async (args, line) => {
    expect(await clouds.run(args)).toEqual({ code: 2, out: "", err: `aiven-azure-peering: ${line}\n` });
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      "nobody",
      { ARM_USE_CLI: "false" },
      "no sign-in to Azure is given: set ARM_CLIENT_ID and ARM_TENANT_ID with ARM_CLIENT_SECRET, ARM_CLIENT_CERTIFICATE_PATH or ARM_USE_OIDC, set ARM_USE_MSI, or run az login without ARM_USE_CLI=false",
    ],
    [
      "a secret of nobody",
      { ARM_CLIENT_SECRET: "a-secret-of-nobody" },
      "a client secret is set without its application: set ARM_CLIENT_ID and ARM_TENANT_ID",
    ],
    [
      "OIDC without a token",
      { ARM_USE_OIDC: "true", ARM_USE_CLI: "false", ARM_CLIENT_ID: uuid, ARM_TENANT_ID: uuid },
      "ARM_USE_OIDC is set without a token: set ARM_OIDC_TOKEN, ARM_OIDC_TOKEN_FILE_PATH, or ARM_OIDC_REQUEST_URL with ARM_OIDC_REQUEST_TOKEN",
    ],
    ...[
      "ARM_ADO_PIPELINE_SERVICE_CONNECTION_ID",
      "ARM_OIDC_AZURE_SERVICE_CONNECTION_ID",
      "AZURESUBSCRIPTION_SERVICE_CONNECTION_ID",
    ].map((name): [string, Readonly<Record<string, string>>, string] => [
      `Azure DevOps by ${name}`,
      { ARM_USE_OIDC: "true", ARM_CLIENT_ID: uuid, ARM_TENANT_ID: uuid, [name]: uuid },
      `${name} is not read here: run this in an AzureCLI@2 task without ARM_USE_OIDC, or set ARM_OIDC_TOKEN`,
    ]),
    [
      "a cloud that is none",
      { ARM_ENVIRONMENT: "german" },
      'ARM_ENVIRONMENT: "german" is not allowed, use one of public, usgovernment, china, or set ARM_METADATA_HOSTNAME',
    ],
    [
      "certificates that are not there",
      { SSL_CERT_FILE: "nowhere" },
      'SSL_CERT_FILE: "nowhere" cannot be read, name a file with certificates in PEM',
    ],
  ])("a sign-in of %s", async (_, env, line) => {
    const outcome = await runCommand(["status", "--network", network("n"), "--project", "p"], env);
    expect(outcome).toEqual({ code: 2, out: "", err: `aiven-azure-peering: ${line}\n` });
  });

  test("a wrong secret, and no token of Aiven, neither of which is shown", async () => {
    const wrong = await clouds.run(["status", ...peering.options], { ARM_CLIENT_SECRET: "a-secret-that-is-wrong" });
    expect(wrong).toMatchObject({ code: 2, out: "" });
    expect(wrong.err).toMatch(
      /^aiven-azure-peering: Microsoft Entra refused the sign-in with a client secret: AADSTS7000215: .*; check ARM_TENANT_ID, ARM_CLIENT_ID and ARM_CLIENT_SECRET\n$/,
    );
    expect(wrong.err).not.toContain("a-secret-that-is-wrong");
    expect(await clouds.run(["status", ...peering.options], { AIVEN_TOKEN: undefined })).toEqual({
      code: 2,
      out: "",
      err: "aiven-azure-peering: no token of Aiven is given; set AIVEN_TOKEN, or the variable from which the stack has it, to a token of the project\n",
    });
  });
});

test("help and version end well, on stdout", async () => {
  for (const args of [["--help"], ["status", "--help"], ["--version"]]) {
    const { code, out, err } = await clouds.run(args);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).not.toBe("");
  }
});

test("a reader that closes the pipe early, as head does, ends the command without a word", async () => {
  const child = spawn(process.execPath, [...SOURCE, "--help"], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy(); // long before Node.js has loaded what would write to it
  let err = "";
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect({ code, err }).toEqual({ code: 0, err: "" });
});
