import { PeeringCredential } from "cdktf-aiven-azure-peering";
import { expectActive, expectDestroyed } from "../support/assertions";
import { changed, plain, started, type Stacks } from "../support/changes";
import { addNetwork, addPeering, applicationOfEarlierStack } from "../support/peering";

describe("what is safe to change", () => {
  test("the waits, and whether health is checked: no cloud is called", async () => {
    const deployment = await started();
    const over = { propagation: { roleAssignments: "3m", servicePrincipal: "1m" }, healthCheck: false };
    expect(await changed(deployment, plain(over))).toEqual([]);
  });
});

describe("the construct is removed from the code", () => {
  const network = (stack: Stacks) => {
    addNetwork(stack());
  };

  test("once it is disconnected it goes, and what it was beside stays", async () => {
    const deployment = await started();
    await deployment.change(plain({ connected: false }));
    await expectActive(deployment, 0);
    await deployment.change(network);
    await expectActive(deployment, 0);
    expect(deployment.addresses().map((address) => address.split(".")[0])).toEqual([
      "azurerm_resource_group",
      "azurerm_virtual_network",
    ]);
    expect(deployment.world.added().map(({ name }) => name)).toEqual(["Hub-RG", "Hub-VNet"]);
    expect(deployment.world.removed()).toEqual([]);
    await expectDestroyed(deployment);
  });
});

test("a client secret is given up for a federated credential: the peering stays, and the secret is gone", async () => {
  const app = (credential: PeeringCredential) => (stack: Stacks) => {
    const identity = applicationOfEarlierStack(stack("identity"), { credential });
    addPeering(stack("peering"), { identity });
  };
  const deployment = await started({ signIn: "oidc" }, app(PeeringCredential.clientSecret()));
  const calls = await changed(
    deployment,
    app(
      PeeringCredential.federated({
        issuer: "https://token.actions.githubusercontent.com",
        subject: "repo:customer/infrastructure:ref:refs/heads/main",
      }),
    ),
  );
  expect(calls).toEqual(["POST old secret", expect.stringMatching(/^POST .*\/federatedIdentityCredentials$/)]);
  expect(deployment.world.added().filter(({ kind }) => kind === "application password")).toEqual([]);
  await expectDestroyed(deployment);
});
