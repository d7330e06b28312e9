import { existsSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { serveSchemas } from "simulated-clouds";
import { ConsumerApp, type Flavour } from "../../../tools/consumer/consumer-app";
import { removeTemporaryFolder, temporaryFolder } from "../../../tools/folder";
import { pack, type Packed } from "../../../tools/package";
import { run } from "../../../tools/run";
import { TerraformDeployment } from "../../../tools/terraform/deployment";
import { servedBy } from "../../../tools/terraform/served";
import { synthesised as written } from "../../../tools/terraform/source";

const LEFTOVER = "build/of-an-earlier-build.js";

let folder: string;
let packed: Packed;
let bindings: Packed;
let app: ConsumerApp;
beforeAll(async () => {
  folder = temporaryFolder("package");
  ({ library: packed, bindings } = await pack(folder, [LEFTOVER]));
  app = await ConsumerApp.install(path.join(folder, "consumer"), {
    "cdktf-aiven-azure-peering": packed.tarball,
    "cdktf-provider-aiven": bindings.tarball,
  });
}, 300_000);
afterAll(() => removeTemporaryFolder(folder));

describe("the tarball", () => {
  test.each([
    ...["package.json", "README.md", "LICENSE", "CHANGELOG.md", ".jsii", ".jsii.gz"],
    ...["build/index.js", "build/index.d.ts", "build/aiven-azure-peering.js", "build/aiven-azure-peering.d.ts"],
  ])("has %s", (file) => {
    expect(packed.files).toContain(file);
  });

  test("has nothing but compiled code and what describes it", () => {
    const belongs = /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|\.jsii(\.gz)?|build\/[\w/-]+\.(js|d\.ts))$/;
    expect(packed.files.filter((file) => !belongs.test(file))).toEqual([]);
  });

  test("has nothing of the tests, the simulator, the example and the tools", () => {
    const foreign = /test|simulator|schemas?\b|scripts|main\.|tsconfig|jest|eslint|support|tools|bench|examples/;
    expect(packed.files.filter((file) => foreign.test(file))).toEqual([]);
  });

  test("has nothing that an earlier build left over", () => {
    expect(packed.files).not.toContain(LEFTOVER);
  });

  // 155 kB in November 2026: 70 kB of code, the rest declarations and jsii's assembly, with what is said of every member, and pages.
  test("is downloaded in a moment: under 200 kB", () => {
    expect(packed.size).toBeLessThan(200_000);
  });
});

describe("the tarball of the bindings", () => {
  test.each([
    ...["package.json", "README.md", "LICENSE", "NOTICE", ".jsii", ".jsii.gz", "lib/index.js", "lib/index.d.ts"],
    ...["lib/provider/index.js", "lib/kafka/index.js", "lib/kafka/index.d.ts", "lib/data-aiven-kafka/index.js"],
  ])("has %s", (file) => {
    expect(bindings.files).toContain(file);
  });

  test("has nothing but compiled code and what describes it, a folder for each of the 155 modules", () => {
    const belongs = /^(package\.json|README\.md|LICENSE|NOTICE|\.jsii(\.gz)?|lib\/([\w-]+\/)?index\.(js|d\.ts))$/;
    expect(bindings.files.filter((file) => !belongs.test(file))).toEqual([]);
    expect(bindings.files.filter((file) => /^lib\/.+\/index\.js$/.test(file))).toHaveLength(155);
  });

  test("is no heavier than what one downloads for a provider: under 1.5 MB", () => {
    expect(bindings.size).toBeLessThan(1_500_000);
  });
});

describe("an app that installs it", () => {
  test("has the package itself, and no second cdktf or constructs", () => {
    const home = app.path("node_modules/cdktf-aiven-azure-peering");
    expect(realpathSync(home)).toBe(home);
    expect(existsSync(path.join(home, "node_modules"))).toBe(false);
    for (const peer of ["cdktf", "cdktf-provider-aiven", "constructs", "@cdktf/provider-azurerm"]) {
      const seenBy = (from: string) => createRequire(path.join(from, "package.json")).resolve(`${peer}/package.json`);
      expect(seenBy(home)).toBe(seenBy(app.folder));
      expect(seenBy(home)).toBe(app.path(`node_modules/${peer}/package.json`));
    }
  });

  test("may be written as ES modules, which name the bindings' modules as CommonJS does", async () => {
    const script = `
      import { AivenAzurePeering, PeeringIdentity } from "cdktf-aiven-azure-peering";
      import { kafka } from "cdktf-provider-aiven";
      import { Kafka } from "cdktf-provider-aiven/lib/kafka";
      import * as file from "cdktf-provider-aiven/lib/kafka/index.js";
      console.log([AivenAzurePeering, PeeringIdentity, Kafka].map((each) => typeof each).join());
      console.log(kafka.Kafka === Kafka && file.Kafka === Kafka);
    `;
    const said = await run(process.execPath, ["--input-type=module", "-e", script], app.folder);
    expect(said.trim().split("\n")).toEqual(["function,function,function", "true"]);
  });

  test("names the file of a prebuilt provider there, as the README says", async () => {
    const load = (file: string) =>
      run(process.execPath, ["--input-type=module", "-e", `await import("${file}")`], app.folder).then(
        () => "loaded",
        (error: unknown) => /ERR_\w+/.exec(String(error))?.[0],
      );
    expect(await load("@cdktf/provider-time/lib/provider")).toBe("ERR_UNSUPPORTED_DIR_IMPORT");
    expect(await load("@cdktf/provider-time/lib/provider/index.js")).toBe("loaded");
  });

  test("loads nothing before it names something, not even cdktf", async () => {
    const script = `
      const library = require("cdktf-aiven-azure-peering");
      console.log(Object.keys(library).length, Object.keys(require.cache).length);
    `;
    const [names, files] = (await run(process.execPath, ["-e", script], app.folder)).split(" ").map(Number);
    expect(names).toBeGreaterThan(10);
    expect(files).toBe(1);
  });

  test("loads the bindings that it names, and no others", async () => {
    const script = `
      const aiven = require("cdktf-provider-aiven");
      const loaded = () => Object.keys(require.cache).flatMap((file) => /provider-aiven.lib.([^/\\\\]+).index/.exec(file)?.[1] ?? []);
      console.log(JSON.stringify([loaded(), Object.keys(aiven).length, loaded(), aiven.pg.Pg.tfResourceType, loaded()]));
    `;
    const [imported, names, listed, type, used] = JSON.parse(
      await run(process.execPath, ["-e", script], app.folder),
    ) as unknown[];
    expect({ imported, listed, used }).toEqual({ imported: [], listed: [], used: ["pg"] });
    expect([names, type]).toEqual([155, "aiven_pg"]);
  });

  const stacks = new Map<Flavour, Promise<string>>();
  const synthesised = (flavour: Flavour) => {
    const stack = stacks.get(flavour) ?? app.synth(flavour);
    stacks.set(flavour, stack);
    return stack;
  };

  describe.each<Flavour>(["classic", "node16", "nodenext"])("with %s module resolution", (flavour) => {
    test("compiles with every declaration checked, and synthesises", async () => {
      const json = readFileSync(path.join(await synthesised(flavour), "cdk.tf.json"), "utf8");
      const { resource } = JSON.parse(json) as { resource: Record<string, unknown> };
      expect(Object.keys(resource)).toEqual(
        expect.arrayContaining(["aiven_azure_vpc_peering_connection", "azurerm_virtual_network_peering", "aiven_pg"]),
      );
    });

    test("holds JSON that the real Terraform accepts", async () => {
      const stack = await synthesised(flavour);
      const served = await serveSchemas();
      try {
        const outcome = await new TerraformDeployment(() => servedBy(served)).deploy(written(stack)).validate();
        expect(outcome.text).toBe("Success! The configuration is valid.");
      } finally {
        await served.stop();
      }
    });
  });
});
