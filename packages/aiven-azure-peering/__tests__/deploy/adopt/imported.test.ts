import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, temporaryFolder } from "../../../../../tools/folder";
import { run } from "../../../../../tools/run";
import { appFolder } from "../../../../../tools/terraform/source";
import type { Deployment } from "../../../../../__tests__/deploy/support/deployment";
import { compileSnippets } from "../../../../../__tests__/support/snippets";
import { ByHand, wrongIn } from "../support/by-hand";

/** Compiles what was printed as it is, and synthesises it as the app of a folder of its own. */
function write(deployment: Deployment, code: string | undefined): void {
  expect(compileSnippets(["```ts", code, "```"].join("\n"))).toEqual([]);
  const folder = temporaryFolder("adopted");
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "main.ts"), code ?? "");
  deployment.deploy(appFolder(folder, { command: ["node", "-r", "@swc-node/register", "main.ts"] }));
}

/** Imports all, finds nothing to do then, and removes both sides alone, Azure's first. */
async function expectImported({ deployment }: ByHand, count: number, changed = 0): Promise<void> {
  const { world } = deployment;
  const before = world.inventory();
  const { text } = await deployment.apply();
  expect(text).toContain(`Resources: ${count} imported, ${count} added, ${changed} changed, 0 destroyed.`);
  expect(world.inventory()).toEqual(before);
  expect(await deployment.plan()).toMatchObject({ code: 0 });

  const beginning = world.clock.now();
  expect(await deployment.destroy()).toMatchObject({ code: 0 });
  expect(deployment.states).toEqual([]);
  const kinds = world.removed(before).map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(
    new Set(["Microsoft.Network/virtualNetworks/virtualNetworkPeerings", "vpc peering connection"]),
  );
  const removed = deployment.callsSince(beginning).filter((call) => call.startsWith("DELETE"));
  const first = (path: RegExp) => removed.findIndex((call) => path.test(call));
  const azures = first(/\/virtualNetworkPeerings\/Aiven\.by-hand$/);
  expect([azures >= 0, azures < first(/\/peering-connections\//)]).toEqual([true, true]);
}

describe("a peering that was created by nothing but REST calls is printed as code, and imported as it is,", () => {
  test("through azapi, as the application has no right at the subscription", async () => {
    const byHand = await ByHand.begin();
    const { vpcId, network, application } = await byHand.peering();
    const adopted = await byHand.adopt({ vpcId });
    expect(wrongIn(adopted)).toEqual([]);
    expect(adopted.code).toContain(`AzureVirtualNetwork.fromId(\n    "${network}",\n  )`);
    expect(adopted.code).toContain("azurePeeringProvider: AzurePeeringProvider.AZAPI,");
    write(byHand.deployment, adopted.code);
    byHand.deployment.env = { TF_VAR_client_secret: application.secret };
    await expectImported(byHand, 2, 1);
  });

  test("through azurerm, where it has one, with what was set by hand", async () => {
    const byHand = await ByHand.begin();
    const settings = { allowForwardedTraffic: true, allowGatewayTransit: true, allowVirtualNetworkAccess: false };
    const { vpcId, application } = await byHand.peering(settings);
    const { tutorial } = byHand;
    const listing = "Microsoft.Resources/subscriptions/providers/read";
    await tutorial.grant(tutorial.subscription, application.servicePrincipalId, listing);
    const adopted = await byHand.adopt({ vpcId });
    expect(wrongIn(adopted)).toEqual([]);
    expect(adopted.code).not.toContain("azurePeeringProvider");
    write(byHand.deployment, adopted.code);
    byHand.deployment.env = { TF_VAR_client_secret: application.secret };
    await expectImported(byHand, 2);
  });

  test("with several networks, and another application for one of them", async () => {
    const byHand = await ByHand.begin();
    const { deployment, tutorial } = byHand;
    const { vpcId, network, application } = await byHand.peering();
    const aiven = deployment.world.entra.directory.servicePrincipals.find(
      ({ displayName, tenantId }) =>
        displayName.includes("aiven") && tenantId === deployment.world.settings.customer.tenantId,
    );
    const another = await tutorial.application("another");
    for (const [name, range, by] of [
      ["Spoke", "10.2.0.0/16", application],
      ["Subscription", "10.3.0.0/16", application],
      ["Far", "10.4.0.0/16", another],
    ] as const) {
      const id = await tutorial.network(name, range);
      await tutorial.grantPeering(id, by, aiven?.objectId ?? "");
      await tutorial.peer(vpcId, id, by);
    }
    await tutorial.wait();
    const adopted = await byHand.adopt({ vpcId });
    expect(wrongIn(adopted)).toEqual([]);
    write(deployment, adopted.code);
    deployment.env = { TF_VAR_client_secret: application.secret, TF_VAR_client_secret2: another.secret };
    await expectImported(byHand, 8, 4);

    const one = await byHand.adopt({ vpcId, virtualNetworkIds: [network.toLowerCase()] });
    expect(one.code).toBeUndefined(); // it is gone
  });

  test("in Python, whose syntax is right", async () => {
    const byHand = await ByHand.begin();
    const { vpcId } = await byHand.peering({ allowForwardedTraffic: true });
    const { code = "" } = await byHand.adopt({ vpcId, language: "python" });
    const folder = temporaryFolder("python");
    writeFileSync(join(folder, "main.py"), code);
    await run("python3", ["-c", "import ast; ast.parse(open('main.py').read())"], folder);
    expect(code).toContain("allow_forwarded_traffic=True,");
  });

  test("in code for CDK Terrain, where azurerm asks for no right", async () => {
    const byHand = await ByHand.begin();
    const { vpcId } = await byHand.peering();
    const { code } = await byHand.adopt({ vpcId, core: "cdktn" });
    expect(code).toContain('from "cdktn-aiven-azure-peering";');
    expect(code).not.toMatch(/cdktf|azurePeeringProvider/);
  });
});
