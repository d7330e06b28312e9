import { existsSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { serveSchemas } from "../../simulator/protocol/serve";
import { ConsumerApp, type Flavour } from "../../tools/consumer/consumer-app";
import { removeTemporaryFolder, ROOT, temporaryFolder } from "../../tools/folder";
import { pack, type Packed } from "../../tools/package";
import { run } from "../../tools/run";
import { Deployment } from "../../tools/terraform/deployment";
import { servedBy } from "../../tools/terraform/served";
import { synthesised as written } from "../../tools/terraform/source";

const LEFTOVER = "build/of-an-earlier-build.js";

let folder: string;
let packed: Packed;
let app: ConsumerApp;
beforeAll(async () => {
  folder = temporaryFolder("package");
  packed = await pack(folder, [LEFTOVER]);
  app = await ConsumerApp.install(path.join(folder, "consumer"), packed.tarball);
}, 300_000);
afterAll(() => removeTemporaryFolder(folder));

describe("the tarball", () => {
  test.each([
    ...["package.json", "README.md", "LICENSE", "CHANGELOG.md", ".jsii", ".jsii.gz"],
    ...["build/index.js", "build/index.d.ts", "build/aiven-azure-peering.js", "build/aiven-azure-peering.d.ts"],
    ...["build/provider-aiven/pg/index.js", "build/provider-aiven/pg/index.d.ts"],
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

  test("is downloaded in a moment: under 200 kB", () => {
    expect(packed.size).toBeLessThan(200_000);
  });
});

describe("an app that installs it", () => {
  test("has the package itself, and no second cdktf or constructs", () => {
    const home = app.path("node_modules/cdktf-aiven-azure-peering");
    expect(realpathSync(home)).toBe(home);
    expect(existsSync(path.join(home, "node_modules"))).toBe(false);
    for (const peer of ["cdktf", "constructs", "@cdktf/provider-azurerm"]) {
      const seenBy = (from: string) => createRequire(path.join(from, "package.json")).resolve(`${peer}/package.json`);
      expect(seenBy(home)).toBe(seenBy(app.folder));
      expect(seenBy(home)).toBe(app.path(`node_modules/${peer}/package.json`));
    }
  });

  test("may be written as ES modules", async () => {
    const script = `
      import { aiven, AivenAzurePeering, PeeringIdentity } from "cdktf-aiven-azure-peering";
      console.log([typeof AivenAzurePeering, typeof PeeringIdentity, typeof aiven.pg.Pg].join());
    `;
    const said = await run(process.execPath, ["--input-type=module", "-e", script], app.folder);
    expect(said.trim()).toBe("function,function,function");
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

  test("loads PostgreSQL's bindings only where it names them", async () => {
    const script = `
      const { aiven } = require("cdktf-aiven-azure-peering");
      const bindings = () => Object.keys(require.cache).filter((file) => /provider-aiven.pg./.test(file)).length;
      console.log(JSON.stringify([bindings(), Object.keys(aiven).length, bindings(), aiven.pg.Pg.tfResourceType, bindings()]));
    `;
    const namespaces = readFileSync(path.join(ROOT, "lib/provider-aiven/index.ts"), "utf8").match(/^export/gm);
    const [imported, names, listed, type, used] = JSON.parse(
      await run(process.execPath, ["-e", script], app.folder),
    ) as unknown[];
    expect({ imported, listed, used }).toEqual({ imported: 0, listed: 0, used: 1 });
    expect([names, type]).toEqual([namespaces?.length, "aiven_pg"]);
  });

  const stacks = new Map<Flavour, Promise<string>>();
  const synthesised = (flavour: Flavour) => {
    const stack = stacks.get(flavour) ?? app.synth(flavour);
    stacks.set(flavour, stack);
    return stack;
  };

  describe.each<Flavour>(["classic", "node16"])("with %s module resolution", (flavour) => {
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
        const outcome = await new Deployment(() => servedBy(served)).deploy(written(stack)).validate();
        expect(outcome.text).toBe("Success! The configuration is valid.");
      } finally {
        await served.stop();
      }
    });
  });
});
