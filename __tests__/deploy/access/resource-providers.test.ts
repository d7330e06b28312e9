import type { TerraformStack } from "cdktf";
import {
  type AivenAzurePeeringProps,
  AzurePeeringProvider,
  AzureVirtualNetwork,
  PeeringApplication,
  ResourceProviderAccess,
} from "cdktf-aiven-azure-peering";
import type { StackMaker } from "../../../tools/terraform/source";
import { expectActive, expectDestroyed } from "../support/assertions";
import { changed, started } from "../support/changes";
import { Deployment, SUBSCRIPTION_ID } from "../support/deployment";
import { declared, expectFailure, expectSuccess } from "../support/failure";
import { addNetwork, peerNetwork, SECOND_SUBSCRIPTION, secondProvider, TWO_SUBSCRIPTIONS } from "../support/peering";

// azurerm 4.x asks for a subscription's resource providers whenever it is configured, so an application that peers through it needs the
// right to in each subscription of a network.

const LISTING = /populating Resource Provider cache: listing Resource Providers: .*AuthorizationFailed/;

/** A network in the second subscription, which is written in its provider, and as a literal if it is given here too. */
const secondNetwork = (stack: TerraformStack, subscriptionId?: string): AzureVirtualNetwork =>
  AzureVirtualNetwork.fromResource(addNetwork(stack, "Second", "10.3.0.0/16", secondProvider(stack)), {
    subscriptionId,
  });

/** The subscriptions in which a role for it is assigned, in their order. */
const grantedIn = ({ world }: Deployment): string[] => {
  const { assignments, definitions } = world.azure.rbac;
  const isListing = (guid: string) =>
    definitions.some((role) => role.guid === guid && role.name.includes("list resource providers"));
  return assignments
    .filter(({ roleGuid }) => isListing(roleGuid))
    .map(({ scope }) => scope.replace("/subscriptions/", ""))
    .sort();
};

/** In which subscriptions somebody has listed the resource providers, by who it was. */
const listedBy = ({ world }: Deployment, who: RegExp): string[] => {
  const calls = world.journal.entries.filter(
    ({ action, identity, status }) =>
      action === "Microsoft.Resources/subscriptions/providers/read" && who.test(identity) && status < 300,
  );
  return [...new Set(calls.map(({ path }) => path.replace("/subscriptions/", "")))].sort();
};

describe("a second subscription that nobody names", () => {
  const twoNetworks =
    (second: "connected" | "disconnected" | "removed", over: Partial<AivenAzurePeeringProps> = {}) =>
    (stack: StackMaker) => {
      const only = stack();
      const peering = peerNetwork(only, over);
      if (second === "removed") secondProvider(only);
      else peering.addVirtualNetwork("second", secondNetwork(only), { connected: second === "connected" });
    };

  test("is granted with the network in it, and every plan, apply and destroy lists in both", async () => {
    const deployment = await Deployment.start(TWO_SUBSCRIPTIONS, twoNetworks("connected"));
    await expectActive(deployment, 2);
    expect(grantedIn(deployment)).toEqual([SUBSCRIPTION_ID, SECOND_SUBSCRIPTION]);
    expect(listedBy(deployment, /^app /)).toEqual([SUBSCRIPTION_ID, SECOND_SUBSCRIPTION]);
    await expectDestroyed(deployment);
  });

  test("keeps it while the network is disconnected, and loses it with the network", async () => {
    const deployment = await Deployment.start(TWO_SUBSCRIPTIONS, twoNetworks("connected"));
    await expectActive(deployment, 2);
    await deployment.change(twoNetworks("disconnected"));
    await expectActive(deployment, 1);
    expect(grantedIn(deployment)).toEqual([SUBSCRIPTION_ID, SECOND_SUBSCRIPTION]);
    await deployment.change(twoNetworks("removed"));
    await expectActive(deployment, 1);
    expect(grantedIn(deployment)).toEqual([SUBSCRIPTION_ID]);
    await expectDestroyed(deployment);
  });

  test("is granted nothing through azapi, which does not list", async () => {
    const azurePeeringProvider = AzurePeeringProvider.AZAPI;
    const deployment = await Deployment.start(TWO_SUBSCRIPTIONS, twoNetworks("connected", { azurePeeringProvider }));
    await expectActive(deployment, 2);
    expect(grantedIn(deployment)).toEqual([]);
    expect(listedBy(deployment, /^app /)).toEqual([]);
    await expectDestroyed(deployment);
  });
});

describe("an application of an earlier stack, and a subscription that its user writes as a literal", () => {
  /** The peering's stack comes first in the code: what is deployed first follows from what refers to what. */
  const build = (second: boolean) => (stack: StackMaker) => {
    const [later, earlier] = [stack("peering"), stack("application")];
    const identity = new PeeringApplication(earlier, "application");
    const near = AzureVirtualNetwork.fromResource(addNetwork(later), { subscriptionId: SUBSCRIPTION_ID });
    const peering = peerNetwork(later, { identity, virtualNetwork: near });
    if (second) peering.addVirtualNetwork("second", secondNetwork(later, SECOND_SUBSCRIPTION));
  };
  const rights = (deployment: Deployment, stack: string) =>
    deployment.addresses(stack).filter((address) => /^azurerm_role_assignment\..*resource-providers/.test(address));

  test("the right is in the application's stack, which comes first, under a service principal", async () => {
    const deployment = await Deployment.start({ ...TWO_SUBSCRIPTIONS, signIn: "client-secret" }, build(true));
    expect(deployment.stacks).toEqual(["application", "peering"]);
    await expectActive(deployment, 2);
    expect(rights(deployment, "application")).toHaveLength(2);
    expect(rights(deployment, "peering")).toEqual([]);
    await expectDestroyed(deployment);
  });

  test("a further subscription is granted in the application's stack before the network's stack is planned", async () => {
    const deployment = await Deployment.start({ ...TWO_SUBSCRIPTIONS, signIn: "client-secret" }, build(false));
    await expectActive(deployment);
    expect(grantedIn(deployment)).toEqual([SUBSCRIPTION_ID]);
    await deployment.change(build(true));
    await expectActive(deployment, 2);
    expect(grantedIn(deployment)).toEqual([SUBSCRIPTION_ID, SECOND_SUBSCRIPTION]);
    await expectDestroyed(deployment);
  });
});

describe("an override that leaves out the subscription of the network", () => {
  const named = (...subscriptionIds: string[]) => ResourceProviderAccess.create({ subscriptionIds });
  const overridden =
    (resourceProviderAccess?: ResourceProviderAccess, over: Partial<AivenAzurePeeringProps> = {}) =>
    (stack: StackMaker) => {
      const only = stack();
      const identity = new PeeringApplication(only, "application", { resourceProviderAccess });
      peerNetwork(only, { identity, virtualNetwork: secondNetwork(only), ...over });
    };

  test("is refused by the plan where subscriptions are named, and passes once this one is", async () => {
    const deployment = await Deployment.start(TWO_SUBSCRIPTIONS, overridden(named(SUBSCRIPTION_ID)));
    expectFailure(
      await deployment.plan(),
      `identity.resourceProviderAccess: the application may not list the resource providers of subscription "${SECOND_SUBSCRIPTION}"`,
      "add it to subscriptionIds, or leave resourceProviderAccess out",
    );
    expect(deployment.world.added()).toEqual([]);
    await deployment.change(overridden(named(SUBSCRIPTION_ID, SECOND_SUBSCRIPTION)));
    await expectActive(deployment);
    await expectDestroyed(deployment);
  });

  test("stops every plan, apply and destroy where nobody grants it, until the network is disconnected", async () => {
    const deployment = await Deployment.start(TWO_SUBSCRIPTIONS, overridden(ResourceProviderAccess.none()));
    expectFailure(await deployment.apply(), LISTING);
    await deployment.wait();
    for (const outcome of [await deployment.plan(), await deployment.apply(), await deployment.destroy()]) {
      expectFailure(outcome, LISTING);
    }
    // Aiven's connection is there; Azure's peering is not, as its provider does not start
    expect(deployment.states).toEqual(["PENDING_PEER"]);
    await deployment.change(overridden(ResourceProviderAccess.none(), { connected: false }));
    expectSuccess(await deployment.apply());
    expect(deployment.states).toEqual([]);
    expect(await deployment.plan()).toMatchObject({ code: 0 });
    await expectDestroyed(deployment);
  });

  test("takes a right away that is needed; left out again, the right comes back by its assignment alone", async () => {
    const deployment = await Deployment.start(TWO_SUBSCRIPTIONS, overridden());
    await expectActive(deployment);
    await deployment.change(overridden(ResourceProviderAccess.none()));
    // takes the right away before or after the provider is configured once more
    await deployment.apply();
    expectFailure(await deployment.plan(), LISTING);
    expectFailure(await deployment.destroy(), LISTING);
    await deployment.change(overridden());
    const assignment = declared(deployment, "resource-providers", "azurerm_role_assignment");
    expectSuccess(await deployment.apply(`-target=${assignment}`));
    await deployment.wait();
    await expectActive(deployment);
    await expectDestroyed(deployment);
  });
});

describe("azurerm 5, which does not list", () => {
  const granted = (resourceProviderAccess?: ResourceProviderAccess) => (stack: StackMaker) => {
    const only = stack();
    peerNetwork(only, { identity: new PeeringApplication(only, "identity", { resourceProviderAccess }) });
  };

  test("needs no right", async () => {
    const deployment = await started({ azurermMajor: 5 }, granted(ResourceProviderAccess.none()));
    expect(listedBy(deployment, /./)).toEqual([]);
    await expectDestroyed(deployment);
  });

  test("takes the place of 4: nothing changes, and then the role can go", async () => {
    const deployment = await started({}, granted());
    deployment.world.settings.azurermMajor = 5;
    expect(await changed(deployment, granted())).toEqual([]);
    const removed = await changed(deployment, granted(ResourceProviderAccess.none()));
    expect(removed).toEqual(["DELETE role assignment", "DELETE role definition"]);
    await expectDestroyed(deployment);
  });
});
