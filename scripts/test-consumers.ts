/**
 * What users get: in TypeScript and in Python, on CDKTF and on CDK Terrain, each in a folder outside the repository, the packages that
 * `npm run package` makes are installed as its users install them. The command's `init` writes the apps, and
 *
 * - the simulated clouds take Kafka in a peered VPC, examples/kafka and examples/kafka-python, from init to ACTIVE; a plan after that is
 *   empty, and nothing is left when it is destroyed;
 * - both languages synthesise the same JSON, of that, of main.ts and examples/python, and of what `adopt` prints;
 * - in Python a mistake, and a stack of the other core, is refused with the message that a TypeScript user reads.
 *
 * Before, all that is published is looked at by the rules of the registries. The README's section on an app of one's own is followed as it
 * stands there, to a deployment, and so is the app that PyPI shows, to its JSON.
 *
 * `npm run test:consumers -- python cdktn` runs what both words are true of, and `-- readme` the README's lines alone. Takes minutes, and npm's registry and PyPI, so it is no part of
 * `npm test`.
 */
import { deepStrictEqual } from "node:assert";
import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Outcome, simulate } from "simulated-clouds";
import { write } from "../packages/aiven-azure-peering/src/adopt/adopt";
import type { DescribedNetwork, DescribedStack } from "../packages/aiven-azure-peering/src/adopt/described";
import { RELEASES } from "../tools/cdktn/releases";
import { type Built, built, type Core, DIST } from "../tools/consumer/built";
import { Apps, installedByNpm, installedByPip, type InstalledByPip } from "../tools/consumer/installed";
import { ROOT, withTemporaryFolder } from "../tools/folder";
import { run } from "../tools/run";
import { CloudDeployment } from "../tools/terraform/cloud-deployment";
import { synthesised } from "../tools/terraform/source";
import { buildNative } from "./build-cdktn";

type Language = "typescript" | "python";

const { devDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  devDependencies: { readonly cdktf: string };
};
const CORES: Readonly<Record<Core, { readonly azurermMajor: 4 | 5; readonly release: string }>> = {
  cdktf: { azurermMajor: 4, release: `cdktf==${devDependencies.cdktf}` },
  cdktn: { azurermMajor: 5, release: `cdktn==${RELEASES.cdktn.version}` },
};

const NETWORK =
  "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/hub";

/** What each app was synthesised to, by the core and what it is about. */
const written = new Map<string, unknown>();

/** CDK Terrain's command line ends with an error of its own on Node.js 20: docs/cdk-terrain.md. */
function requireNode(core: Core): void {
  const { node } = process.versions;
  if (core === "cdktn" && Number.parseInt(node) < 22) {
    throw new Error(
      `Node.js ${node} is not allowed for cdktn, use 22 or later, or run npm run test:consumers -- cdktf`,
    );
  }
}

async function consume(language: Language, core: Core, packages: Built): Promise<void> {
  requireNode(core);
  await withTemporaryFolder(`${language}-${core}`, async (home) => {
    console.log(`==> ${language} on ${core}: init and install`);
    const apps = await Apps.install(home, core, packages, core === "cdktn" ? localIn(await buildNative()) : {});
    const app = await apps.init("kafka", "app", language);
    const python = language === "python" ? await installedByPip(app) : undefined;
    const installed = python ?? (await installedByNpm(app, core));

    if (python) await followReadmeOfWheel(python, core);
    console.log("    synthesise");
    const stack = await installed.synthesise(app);
    compare(`kafka on ${core}`, stack);
    // below the other, where it finds its packages
    compare(`main.ts on ${core}`, await installed.synthesise(await apps.init("main", "app/main", language)));
    compare(`what adopt prints on ${core}`, await installed.synthesise(await adopted(apps, core, language)));
    await deploys(stack, core);
    if (python) await refuses(python, core);
  });
}

/** What `adopt` prints for two applications, one with a secret and one that is federated, in place of an app that `init` wrote. */
async function adopted(apps: Apps, core: Core, language: Language): Promise<string> {
  const folder = await apps.init("main", "app/adopted", language);
  const program = write(ADOPTED, { core, language });
  writeFileSync(join(folder, language === "python" ? "main.py" : "main.ts"), program);
  return folder;
}

const adoptedNetwork = (networkName: string): DescribedNetwork => ({
  networkName,
  virtualNetworkId: NETWORK.replace("hub", networkName),
  peeringName: `${networkName}-to-aiven`,
  remoteVirtualNetworkId: NETWORK.replace("hub", "aiven"),
  allowVirtualNetworkAccess: true,
  allowForwardedTraffic: true,
  allowGatewayTransit: false,
});

const ADOPTED: DescribedStack = {
  tenantId: "22222222-2222-4222-8222-222222222222",
  subscriptionId: "11111111-1111-4111-8111-111111111111",
  peerings: [
    {
      vpcId: "my-project/33333333-3333-4333-8333-333333333333",
      clientId: "44444444-4444-4444-8444-444444444444",
      credential: { kind: "secret", variable: "client_secret" },
      azurePeeringProvider: "azurerm",
      networks: [adoptedNetwork("hub"), adoptedNetwork("spoke")],
    },
    {
      vpcId: "my-project/33333333-3333-4333-8333-333333333333",
      clientId: "55555555-5555-4555-8555-555555555555",
      credential: { kind: "federated" },
      azurePeeringProvider: "azapi",
      networks: [adoptedNetwork("far")],
    },
  ],
};

/** Of what npm was asked for, the packages that are files. */
const localIn = (asked: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(asked).flatMap(([name, from]) =>
      from.startsWith("file:") ? [[name, from.slice("file:".length)]] : [],
    ),
  );

/** Fails where an app says something else than it did in the other language. */
function compare(what: string, stack: string): void {
  // an app that names no backend has its state beside it, in a folder that is another one for each language
  const home = realpathSync(join(stack, "../../.."));
  const json = JSON.parse(readFileSync(join(stack, "cdk.tf.json"), "utf8").replaceAll(home, ".")) as unknown;
  const known = written.get(what);
  written.set(what, json);
  if (known === undefined) return;
  deepStrictEqual(json, known);
  console.log(`    ${what} is what it was in the other language`);
}

/** An app in Python with a peering, on a core and with the package for one. */
const inPython = (core: Core, library: Core, networkCidr: string) => [
  `from ${core} import App, TerraformStack`,
  `from ${library}_aiven_azure_peering import AivenAzurePeering, AzureVirtualNetwork`,
  `network = AzureVirtualNetwork.from_id("${NETWORK}", location="japaneast")`,
  'stack = TerraformStack(App(), "stack")',
  `AivenAzurePeering(stack, "peering", project="my-project", network_cidr="${networkCidr}", virtual_network=network)`,
];

async function refuses(app: InstalledByPip, core: Core): Promise<void> {
  const isRefused = async (app: Promise<string>, message: string) => {
    const said = await app.then(() => "nothing", String);
    if (!said.includes(`RuntimeError: stack/peering: ${message}`))
      throw new Error(`it should be refused by "${message}", and was: ${said}`);
  };
  console.log("    make a mistake");
  await isRefused(app.evaluate(inPython(core, core, "10.0.0.0/8")), 'networkCidr: "10.0.0.0/8" is not allowed, use');

  const other = core === "cdktf" ? "cdktn" : "cdktf";
  console.log(`    take a stack of ${other}`);
  await app.add(CORES[other].release);
  await isRefused(
    app.evaluate(inPython(other, core, "10.0.0.0/24")),
    `scope: a stack of ${CORES[other].release.replace("==", " ")} is not allowed, this package works with ${core}; install ` +
      `${other}-aiven-azure-peering in its place, or take App, TerraformStack and the providers of ${core}`,
  );
  console.log("    both are refused with the message of the library");
}

async function deploys(stack: string, core: Core): Promise<void> {
  console.log("    deploy to simulated clouds");
  await simulate({ azurermMajor: CORES[core].azurermMajor }, async (simulation) => {
    const deployment = new CloudDeployment(() => simulation).deploy(synthesised(stack));
    const { settings } = deployment.world;
    deployment.env = {
      TF_VAR_aiven_api_token: "not-a-real-token",
      TF_VAR_aiven_project: settings.aiven.projects[0],
      TF_VAR_azure_subscription_id: settings.customer.subscriptions[0]?.id,
      TF_VAR_azure_tenant_id: settings.customer.tenantId,
    };
    const succeeds = async (running: Promise<Outcome>) => {
      const { code, text } = await running;
      if (code !== 0) throw new Error(`terraform ended with ${code}: ${text}`);
    };
    await succeeds(deployment.validate());
    await succeeds(deployment.apply());
    await deployment.wait();
    await succeeds(deployment.apply("-refresh-only"));
    deepStrictEqual(deployment.states, ["ACTIVE", "Connected"]);
    const [service] = deployment.world.aiven.services.all;
    deepStrictEqual([service?.topics.length, service?.acl.length], [1, 1]);
    // Ends with 2 if there is anything to change.
    await succeeds(deployment.plan());
    await succeeds(deployment.destroy());
    deepStrictEqual(deployment.changes, { left: [], missing: [] });
    console.log("    valid, ACTIVE with a topic and its reader, planned empty, destroyed to nothing");
  });
}

/** Runs what PyPI shows: it is translated, and no compiler has seen it. A function is called on a stack, whose providers it leaves to the app. */
async function followReadmeOfWheel(app: InstalledByPip, core: Core): Promise<void> {
  const distribution = `${core}-aiven-azure-peering`;
  const text = await app.evaluate([
    "import importlib.metadata",
    `print(importlib.metadata.metadata("${distribution}").get_payload())`,
  ]);
  const snippets = [...text.matchAll(/^```python\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code);
  if (snippets.length === 0) throw new Error(`the README of ${distribution} on PyPI shows no Python`);
  for (const snippet of snippets) {
    const calls = [...snippet.matchAll(/^def (\w+)\(stack\):/gm)].map(([, name]) => `${name}(stack)`);
    const stack = [`import ${core}`, `app = ${core}.App()`, `stack = ${core}.TerraformStack(app, "stack")`];
    await app.evaluate([...snippet.split("\n"), ...(calls.length > 0 ? [...stack, ...calls] : [])]);
  }
  console.log("    the Python of the README on PyPI runs");
}

/** The README's lines, as a reader pastes them, in a folder beside the clone: an app of one's own on the simulated clouds. */
async function followReadme(language: Language): Promise<void> {
  console.log(`==> the README, in ${language}`);
  const lines = readmeLines(language);
  await withTemporaryFolder("readme", async (home) => {
    const script = lines.join("\n").replaceAll("../my-app", join(home, "my-app")).replaceAll("../the-clone", ROOT);
    const printed = await run("bash", ["-ec", script], ROOT);
    if (!printed.includes("state = PENDING_PEER")) throw new Error(`nothing was deployed: ${printed}`);
    console.log("    its app is deployed");
  });
}

/** The shell blocks of the section, which a reader of Python changes as it says; what is built already is not built again. */
function readmeLines(language: Language): string[] {
  const [, section = ""] = readFileSync(join(ROOT, "README.md"), "utf8").split("\n## Your own app in five minutes\n");
  const [own = ""] = section.split("\n### ");
  const blocks = [...own.matchAll(/```shell\n(.*?)```/gs)].flatMap(([, block = ""]) => block.trim().split("\n"));
  const lines = blocks.filter((line) => !line.startsWith("npm run package"));
  if (language === "typescript") return lines;
  return lines.map((line) =>
    line
      .replace("example -- main ../my-app", "example -- main ../my-app --language python")
      .replace(
        "npm install",
        "python3 -m venv .venv && . .venv/bin/activate && pip install --quiet -r requirements.txt",
      )
      .replace("npx cdktf deploy", "npx --yes cdktf-cli@0.21 deploy"),
  );
}

async function main(words: readonly string[]): Promise<void> {
  const packagesFor = await built();
  console.log("==> the rules of npm and PyPI");
  for (const check of ["check-build", "check-metadata"]) await run(join(ROOT, ".ci/release", check), [DIST], ROOT);
  for (const language of ["typescript", "python"] as const) {
    if (words.length === 0 || words.includes("readme")) await followReadme(language);
  }
  for (const core of ["cdktf", "cdktn"] as const) {
    for (const language of ["typescript", "python"] as const) {
      if (words.every((word) => word === core || word === language)) await consume(language, core, packagesFor(core));
    }
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
