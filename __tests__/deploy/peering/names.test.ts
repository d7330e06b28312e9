import { readFileSync } from "node:fs";
import path from "node:path";
import type { TerraformStack } from "cdktf";
import {
  AzureVirtualNetwork,
  PeeringAccess,
  PeeringApplication,
  ResourceProviderAccess,
} from "cdktf-aiven-azure-peering";
import { federatedAssertion } from "simulated-clouds";
import { ROOT } from "../../../tools/folder";
import type { StackMaker } from "../../../tools/terraform/source";
import { exportsOf } from "../../support/run-snippet";
import { expectActive, expectDestroyed } from "../support/assertions";
import { Deployment } from "../support/deployment";
import { addNetwork, peerNetwork } from "../support/peering";

interface Page {
  addPeering(identityStack: TerraformStack, stack: TerraformStack, network: AzureVirtualNetwork): void;
}

/** The token of the pipeline that the page's example trusts. */
const ARM_OIDC_TOKEN = federatedAssertion({
  issuer: "https://token.actions.githubusercontent.com",
  subject: "repo:my-org/my-repo:environment:production",
  audience: "api://AzureADTokenExchange",
});

test("the names of the page's example are those that Entra and Azure show", async () => {
  const page = exportsOf<Page>(readFileSync(path.join(ROOT, "docs/names.md"), "utf8"));
  const deployment = await Deployment.start({ signIn: "client-secret", environment: { ARM_OIDC_TOKEN } }, (stack) => {
    const identityStack = stack("identity");
    const only = stack("peering");
    page.addPeering(identityStack, only, AzureVirtualNetwork.fromResource(addNetwork(only)));
  });
  await expectActive(deployment);
  const { azure, entra, byHand } = deployment.world;
  const application = entra.directory.applications.find(({ displayName }) => displayName === "app-aiven-peering-prod");
  expect(application?.federatedCredentials.map(({ name }) => name)).toEqual(["fc-github-prod"]);
  const actionsOf = (role: string) => azure.rbac.roleNamed(role)?.permissions.flatMap(({ actions }) => actions);
  expect(actionsOf("role-peer-with-aiven-prod")).toContain(
    "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write",
  );
  expect(actionsOf("role-be-peered-by-aiven-prod")).toEqual(["Microsoft.Network/virtualNetworks/peer/action"]);
  expect(actionsOf("role-list-resource-providers-prod")).toEqual(["Microsoft.Resources/subscriptions/providers/read"]);
  expect(byHand.azurePeerings().map(({ id }) => id.slice(id.lastIndexOf("/") + 1))).toContain("peer-aiven-prod");
  await expectDestroyed(deployment);
});

test("another name for the application or a role is given in place, and nothing is created again", async () => {
  const named = (suffix: string) => (stack: StackMaker) => {
    const only = stack();
    const identity = new PeeringApplication(only, "application", {
      displayName: `app-${suffix}`,
      resourceProviderAccess: ResourceProviderAccess.create({ roleNames: [`role-list-${suffix}`] }),
    });
    peerNetwork(only, {
      identity,
      access: PeeringAccess.create({
        applicationRoleName: `role-peer-${suffix}`,
        aivenRoleName: `role-be-peered-${suffix}`,
      }),
    });
  };
  const deployment = await Deployment.start({}, named("dev"));
  await expectActive(deployment);
  await deployment.change(named("prod"));
  expect((await deployment.plan()).text).toContain("Plan: 0 to add, 4 to change, 0 to destroy.");
  await expectActive(deployment);
  const { azure, entra } = deployment.world;
  expect(["list", "peer", "be-peered"].map((role) => azure.rbac.roleNamed(`role-${role}-prod`))).not.toContain(
    undefined,
  );
  expect(entra.directory.applications.map(({ displayName }) => displayName)).toContain("app-prod");
  await expectDestroyed(deployment);
});
