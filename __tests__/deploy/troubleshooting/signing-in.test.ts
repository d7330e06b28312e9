import {
  type AivenAzurePeeringProps,
  type AzurePeeringProvider,
  type ClientSecretOptions,
  ClientSecretSlot,
  PeeringApplication,
  PeeringCredential,
  ResourceProviderAccess,
} from "cdktf-aiven-azure-peering";
import { accounts, time } from "simulated-clouds";
import type { StackMaker } from "../../../tools/terraform/source";
import { applicationOf, callersOfPeering, existingApplication, withExisting } from "../support/identities";
import { expectActive, expectDestroyed } from "../support/assertions";
import { changed, plain, reconnected, started } from "../support/changes";
import { Deployment, SUBSCRIPTION_ID, TENANT_ID } from "../support/deployment";
import { addressOf, declared, deployPeering, expectFailure, expectSuccess } from "../support/failure";
import { peerNetwork, SECOND_SUBSCRIPTION, TWO_SUBSCRIPTIONS } from "../support/peering";
import { plainConfiguration, signIn, without } from "../support/plain-graph";
import { AZAPI, throughBoth, tryRows } from "./rows";
import { networkIn, peeringApplication, removeAzurePeering } from "./situations";

/** The network is in a subscription of its own, and the application is granted the right to list resource providers there, or not. */
const granted =
  (resourceProviderAccess: ResourceProviderAccess | undefined, over: Partial<AivenAzurePeeringProps> = {}) =>
  (stack: StackMaker) => {
    const only = stack();
    const identity = new PeeringApplication(only, "application", { resourceProviderAccess });
    peerNetwork(only, { identity, virtualNetwork: networkIn(only, SECOND_SUBSCRIPTION), ...over });
  };

const endDate = (deployment: Deployment, count: number) =>
  `${new Date(deployment.world.clock.now() + time.days(count)).toISOString().slice(0, 19)}Z`;
const withSecrets =
  (secrets: ClientSecretOptions, azurePeeringProvider?: AzurePeeringProvider) => (stack: StackMaker) => {
    const only = stack();
    const credential = PeeringCredential.clientSecret(secrets);
    peerNetwork(only, { azurePeeringProvider, identity: new PeeringApplication(only, "application", { credential }) });
  };
/** Active, then its secret has ended, and the slot has a new end date. */
async function ended(
  prints: (outcome: Awaited<ReturnType<Deployment["plan"]>>) => void,
  azurePeeringProvider?: AzurePeeringProvider,
) {
  const deployment = await Deployment.fresh({});
  await deployment.change(withSecrets({ primaryEndDate: endDate(deployment, 20) }, azurePeeringProvider));
  expect((await deployment.apply()).text).toContain("the client secret of the peering application ends on");
  await deployment.world.clock.advance(time.days(21));
  prints(await deployment.plan());
  await deployment.change(withSecrets({ primaryEndDate: endDate(deployment, 170) }, azurePeeringProvider));
  return deployment;
}

tryRows("Signing in as the application", {
  "no authorizer": async (prints) => {
    const settings = { signIn: "client-secret" } as const;
    const deployment = await deployPeering(settings);
    prints(await deployment.plan());
    await deployment.change(plain({ azurePeeringProvider: AZAPI }));
    await expectActive(deployment);

    await expectActive(
      await Deployment.start(settings, (stack) => {
        const identity = new PeeringApplication(stack("identity"), "application");
        peerNetwork(stack("peering"), { identity });
      }),
    );
  },

  "may not list resource providers": async (prints) => {
    const role = { guid: "9f000000-0000-4000-8000-000000000003", name: "list resource providers" };
    const actions = ["Microsoft.Resources/subscriptions/providers/read"];
    const start = () =>
      Deployment.start(
        { existingApplication: existingApplication(), customer: { roles: [{ ...role, actions }] } },
        withExisting(),
      );
    const deployment = await start();
    prints(await deployment.plan());
    const { world } = deployment;
    const principal = world.entra.directory.servicePrincipal(TENANT_ID, existingApplication().clientId);
    world.byHand.assignRole(principal?.objectId as string, role.name, `/subscriptions/${SUBSCRIPTION_ID}`);
    await deployment.wait();
    await expectActive(deployment);

    const other = await start();
    await other.change(withExisting({ azurePeeringProvider: AZAPI }));
    await expectActive(other);
  },

  "granted in another subscription": async (prints) => {
    const stuck = async () => {
      const deployment = await Deployment.start(TWO_SUBSCRIPTIONS, granted(ResourceProviderAccess.none()));
      prints(await deployment.apply());
      await deployment.wait();
      return deployment;
    };
    const one = await stuck();
    prints(await one.plan());
    prints(await one.destroy());
    await one.change(granted(undefined));
    expectSuccess(await one.apply(`-target=${declared(one, "resource-providers", "azurerm_role_assignment")}`));
    await one.wait();
    await expectActive(one);
    await expectDestroyed(one);

    const other = await stuck();
    await other.change(granted(undefined, { connected: false }));
    await expectActive(other, 0);
    await other.change(granted(undefined));
    await expectActive(other);

    const third = await stuck();
    await third.change(granted(ResourceProviderAccess.none(), { azurePeeringProvider: AZAPI }));
    await expectActive(third);
    await expectDestroyed(third);
  },

  "secret too young": throughBoth((azurePeeringProvider) => async (prints) => {
    const deployment = await deployPeering({ lag: { secret: 3600 } }, { azurePeeringProvider });
    prints(await deployment.apply());
    await deployment.world.clock.advance(time.seconds(3600));
    await expectActive(deployment);
  }),

  "secret ended": {
    azurerm: async (prints) => {
      const deployment = await ended(prints);
      // not without -target: the secret in use would be unknown, and the Azure CLI stand in for it in Aiven's tenant
      expectFailure(await deployment.plan(), "running Azure CLI: exit status 1: ", "AADSTS50020");
      expectSuccess(await deployment.apply(`-target=${addressOf(deployment, "azuread_application_password")}`));
      await deployment.wait();
      await expectActive(deployment);
    },
    azapi: async (prints) => {
      const deployment = await ended(prints, AZAPI);
      expectSuccess(await deployment.apply("-refresh=false"));
      await deployment.world.clock.advance(time.minutes(1));
      await expectActive(deployment);
    },
  },

  "tenant too slow": throughBoth((azurePeeringProvider) => async (prints) => {
    const slow = { lag: { tenant: 600 } };
    const deployment = await deployPeering(slow, { azurePeeringProvider });
    prints(await deployment.apply());
    await deployment.wait();
    await expectActive(deployment);
    await expectActive(await deployPeering(slow, { azurePeeringProvider, propagation: { servicePrincipal: "11m" } }));
  }),

  "shut out of Aiven's tenant": throughBoth((azurePeeringProvider) => async (prints) => {
    const deployment = await started({}, plain({ azurePeeringProvider }));
    deployment.world.byHand.removeAivenPeering(deployment.world.aiven.peeringConnections.all[0]);
    prints(await deployment.destroy());
    await reconnected(deployment, (connected) => plain({ azurePeeringProvider, connected }));
    await expectDestroyed(deployment);
  }),

  "secret replaced, or application deleted": async (prints) => {
    const [first, second, later] = ["2099-01-01", "2099-06-01", "2099-12-01"].map((day) => `${day}T00:00:00Z`);
    const replaced = await started({}, withSecrets({ primaryEndDate: first }));
    await replaced.change(withSecrets({ primaryEndDate: later }));
    prints(await replaced.apply());
    const active = ClientSecretSlot.SECONDARY;
    await changed(replaced, withSecrets({ primaryEndDate: first, secondaryEndDate: second }));
    await changed(replaced, withSecrets({ primaryEndDate: first, secondaryEndDate: second, active }));
    await changed(replaced, withSecrets({ primaryEndDate: later, secondaryEndDate: second, active }));

    const deleted = await started();
    deleted.world.byHand.deleteApplication(peeringApplication(deleted).clientId);
    prints(await deleted.destroy());
    removeAzurePeering(deleted);
    await expectActive(deleted);
    await expectDestroyed(deleted);
  },

  "secret replaced in place": async (prints) => {
    const deployment = await started({}, withSecrets({ primaryEndDate: "2099-01-01T00:00:00Z" }, AZAPI));
    const applicationPeers = applicationOf(deployment);
    await deployment.change(withSecrets({ primaryEndDate: "2099-02-01T00:00:00Z" }, AZAPI));
    prints(await deployment.apply());
    expectSuccess(await deployment.apply("-refresh=false"));
    await deployment.world.clock.advance(time.seconds(30));
    await expectActive(deployment);

    peeringApplication(deployment).passwords = [];
    prints(await deployment.plan());
    expectSuccess(await deployment.terraform(["state", "rm", addressOf(deployment, "azuread_application_password")]));
    expectSuccess(await deployment.apply("-refresh=false"));
    await deployment.world.clock.advance(time.seconds(30));
    await expectActive(deployment);
    await expectDestroyed(deployment);
    expect(callersOfPeering(deployment)).toEqual([applicationPeers]);
  },

  "application deleted": async (prints) => {
    const deployment = await started({}, plain({ azurePeeringProvider: AZAPI }));
    deployment.world.byHand.deleteApplication(peeringApplication(deployment).clientId);
    const asked = callersOfPeering(deployment);
    prints(await deployment.apply());
    expect(callersOfPeering(deployment)).toEqual(asked);
    removeAzurePeering(deployment);
    expectSuccess(await deployment.terraform(["state", "rm", addressOf(deployment, "azapi_resource")]));
    await expectActive(deployment);
    expect(callersOfPeering(deployment)).toEqual([...asked, applicationOf(deployment)]);
    await expectDestroyed(deployment);
  },
});

const LISTING = "populating Resource Provider cache: listing Resource Providers: loading results: ";
const EAGER = signIn({
  client_id: "${azuread_application.app.client_id}",
  auxiliary_tenant_ids: ["${azuread_service_principal.aiven.application_tenant_id}"],
});

describe("the token for Aiven's tenant", () => {
  test("is missing: Azure refuses the peering; the construct sends it with every call", async () => {
    const plain = await Deployment.plain({}, plainConfiguration(signIn({ auxiliary_tenant_ids: undefined })));
    expectFailure(
      await plain.apply(),
      ") to be created: unexpected status 403 (403 Forbidden) with error: LinkedAuthorizationFailed",
    );

    const deployment = await deployPeering({});
    await expectActive(deployment);
    const calls = deployment.world.journal.matching(/^PUT .*Hub-VNet\/virtualNetworkPeerings\//);
    expect(calls.map(({ tenants }) => tenants)).toEqual([[TENANT_ID, accounts.aivenTenantId]]);
  });

  test("is asked for before Aiven has accepted: refused; the construct asks afterwards", async () => {
    const plain = await Deployment.plain({ lag: { secret: 0, rbac: 0 } }, plainConfiguration(EAGER));
    expectFailure(await plain.apply(), `${LISTING}authorizing request: clientCredentialsToken: `, "AADSTS7000229");

    const deployment = await deployPeering({});
    await expectActive(deployment);
    const { entries } = deployment.world.journal;
    const refused = entries.filter(({ cloud, status }) => cloud === "entra" && status >= 400);
    expect(refused).toEqual([]);
  });

  test("is asked for in the operator's name, when it is known too early: the first plan fails", async () => {
    const plain = await Deployment.plain(
      {},
      plainConfiguration(signIn({ auxiliary_tenant_ids: [accounts.aivenTenantId] })),
    );
    expectFailure(
      await plain.plan(),
      `${LISTING}authorizing request: running Azure CLI: exit status 1: `,
      "AADSTS50020",
    );
    expect(plain.world.added()).toEqual([]);
  });

  test("comes with azurerm 4's list of resource providers, which the application must be allowed to read", async () => {
    const plain = await Deployment.plain({}, plainConfiguration(without("azurerm_role_assignment.list")));
    expectFailure(await plain.apply(), LISTING, "AuthorizationFailed");

    const deployment = await deployPeering({});
    await expectActive(deployment);
    const grants = deployment.world.added().filter(({ kind }) => kind === "role assignment");
    expect(grants.map(({ name }) => name).join()).toContain("list resource providers");
  });
});

describe("a client secret", () => {
  test("that Entra has not heard of is refused; the construct waits for it", async () => {
    const lag = { secret: 60 };
    expectFailure(await (await Deployment.plain({ lag }, plainConfiguration(EAGER))).apply(), "AADSTS7000215");
    await expectActive(await deployPeering({ lag }));
  });
});
