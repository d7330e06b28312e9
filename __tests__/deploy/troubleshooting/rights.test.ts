import {
  AivenServicePrincipalSource,
  AzureVirtualNetwork,
  PeeringAccess,
  PeeringApplication,
  PeeringCredential,
} from "cdktf-aiven-azure-peering";
import { accounts, time } from "simulated-clouds";
import type { StackMaker } from "../../../tools/terraform/source";
import { AIVEN_SAYS } from "../support/aiven-says";
import { existingApplication, IDENTITIES, LISTING, startUnder, withExisting } from "../support/identities";
import { expectActive, expectDestroyed } from "../support/assertions";
import { plain, started } from "../support/changes";
import { Deployment, SUBSCRIPTION_ID, TENANT_ID } from "../support/deployment";
import { addressOf, deployPeering, expectFailure, expectSuccess } from "../support/failure";
import { addNetwork, peerNetwork } from "../support/peering";
import { plainConfiguration, set } from "../support/plain-graph";
import { AZAPI, throughBoth, tryRows } from "./rows";
import { AIVEN, assign, assignBoth, prepared, roles, virtualNetwork } from "./rights-of-others";

const { EXISTING } = AivenServicePrincipalSource;
const WITH_ROLES = PeeringAccess.withRoles(roles);
const aivenExists =
  (over = {}) =>
  (stack: StackMaker) => {
    const only = stack();
    const identity = new PeeringApplication(only, "application", { aivenServicePrincipal: EXISTING });
    peerNetwork(only, { identity, ...over });
  };

/** The deployer gets a role that somebody gave it long ago. */
function makeOwner({ world }: Deployment): void {
  world.byHand.assignRole(
    world.deployer.user?.objectId as string,
    "User Access Administrator",
    `/subscriptions/${SUBSCRIPTION_ID}`,
  );
}

const PEERING_ACTIONS = [
  "Microsoft.Network/virtualNetworks/read",
  "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/*",
];

tryRows("Rights, and what a tenant has already", {
  "Aiven has not granted yet": throughBoth((azurePeeringProvider) => async (prints) => {
    // Aiven's tenant keeps the principal, so that the right on the network of another VPC is all that is missing
    const deployment = await started({ aiven: { keepsPrincipals: true } }, plain({ azurePeeringProvider }));
    await deployment.change(plain({ azurePeeringProvider, connected: false }));
    await expectActive(deployment, 0);
    // azapi asks again for some minutes
    deployment.world.settings.lag.tenant = 3600;
    await deployment.change(plain({ azurePeeringProvider, networkCidr: "10.7.0.0/24" }));
    prints(await deployment.apply());
    await deployment.world.clock.advance(time.seconds(3600));
    await expectActive(deployment);
    if (azurePeeringProvider !== AZAPI) return;

    // a token from before Aiven's tenant has let the principal go and taken another
    const renamed = await started({}, plain({ azurePeeringProvider }));
    await renamed.change(plain({ azurePeeringProvider }, { name: "Hub-Renamed" }));
    prints(await renamed.apply());
    await expectActive(renamed);
    await expectDestroyed(renamed);
  }),

  "role too young": async (prints) => {
    // Aiven has its role already, so that the application's is all that is missing
    const start = async () => {
      const deployment = await prepared({ lag: { rbac: 600 } });
      await assign(deployment, AIVEN, accounts.aivenApplicationId);
      return deployment;
    };
    const deployment = await start();
    await deployment.change(aivenExists({ azurePeeringProvider: AZAPI, virtualNetwork }));
    prints(await deployment.apply());
    await deployment.wait();
    await expectActive(deployment);

    const patient = await start();
    const propagation = { roleAssignments: "10m" };
    await patient.change(aivenExists({ azurePeeringProvider: AZAPI, virtualNetwork, propagation }));
    await expectActive(patient);
  },

  "role removed": throughBoth((azurePeeringProvider) => async (prints) => {
    const deployment = await started({}, plain({ azurePeeringProvider }));
    const parts =
      azurePeeringProvider === AZAPI
        ? ["virtual-network_access_application"]
        : ["virtual-network_access_application", "resource-providers"];
    for (const part of parts) {
      const address = deployment
        .addresses()
        .find((each) => each.startsWith("azurerm_role_assignment") && each.includes(part));
      const assignment = await deployment.resource(address as string);
      deployment.world.byHand.removeRoleAssignment(assignment?.values.id as string);
      prints(await deployment.plan());
      expectSuccess(await deployment.apply(`-target=${address}`));
      await deployment.wait();
      await expectActive(deployment);
    }
    await expectDestroyed(deployment);
  }),

  "principal there already": async (prints) => {
    const deployment = await deployPeering({ aivenPrincipalExists: true });
    prints(await deployment.apply());
    await deployment.change((stack) => {
      const only = stack();
      const identity = new PeeringApplication(only, "application", { aivenServicePrincipal: EXISTING });
      peerNetwork(only, { identity });
    });
    await expectActive(deployment);
    const principal = () => deployment.world.entra.directory.servicePrincipal(TENANT_ID, accounts.aivenApplicationId);
    const before = principal();
    await expectDestroyed(deployment);
    expect(principal()).toBe(before);
  },

  "may not create principals": async (prints) => {
    const deployer = { managesApplications: false };
    const deployment = await deployPeering({ deployer });
    const start = deployment.world.clock.now();
    prints(await deployment.apply());
    expect(deployment.world.clock.now() - start).toBeGreaterThanOrEqual(600_000);
    const { byHand, deployer: person } = deployment.world;
    byHand.assignDirectoryRole(person.user?.objectId as string, "Application Administrator");
    await expectActive(deployment);

    const application = existingApplication(LISTING);
    const created = await Deployment.start(
      { deployer, existingApplication: application, aivenPrincipalExists: true },
      withExisting({}, { aivenServicePrincipal: EXISTING }),
    );
    await expectActive(created);
    await expectDestroyed(created);
  },

  "may not define roles": async (prints) => {
    const contributor = await deployPeering({ deployer: { azureRoles: ["Contributor"] } });
    prints(await contributor.apply());
    makeOwner(contributor);
    await contributor.wait();
    await expectActive(contributor);

    const azureRoles = ["Reader", "Role Based Access Control Administrator"];
    const administrator = await prepared({ deployer: { azureRoles }, aivenPrincipalExists: false });
    await administrator.change((stack) => void peerNetwork(stack(), { azurePeeringProvider: AZAPI, virtualNetwork }));
    prints(await administrator.apply());
    await administrator.change(
      (stack) => void peerNetwork(stack(), { azurePeeringProvider: AZAPI, virtualNetwork, access: WITH_ROLES }),
    );
    await expectActive(administrator);
  },

  "may not assign roles": async (prints) => {
    const start = async () => {
      const deployment = await prepared({
        deployer: { azureRoles: ["Contributor"] },
        existingApplication: existingApplication(),
      });
      await deployment.change(
        withExisting(
          { azurePeeringProvider: AZAPI, virtualNetwork, access: WITH_ROLES },
          { aivenServicePrincipal: EXISTING },
        ),
      );
      prints(await deployment.apply());
      return deployment;
    };
    const promoted = await start();
    makeOwner(promoted);
    await promoted.wait();
    await expectActive(promoted);

    const assigned = await start();
    await assignBoth(assigned);
    const access = PeeringAccess.existing();
    await assigned.change(
      withExisting({ azurePeeringProvider: AZAPI, virtualNetwork, access }, { aivenServicePrincipal: EXISTING }),
    );
    await expectActive(assigned);
  },

  "assigned already": throughBoth((azurePeeringProvider) => async (prints) => {
    const application = existingApplication(LISTING);
    const deployment = await prepared({ existingApplication: application });
    await assignBoth(deployment);
    const build = (access: PeeringAccess) =>
      withExisting({ azurePeeringProvider, virtualNetwork, access }, { aivenServicePrincipal: EXISTING });
    await deployment.change(build(WITH_ROLES));
    prints(await deployment.apply());
    await deployment.change(build(PeeringAccess.existing()));
    await expectActive(deployment);
  }),

  "role name taken": async (prints) => {
    const deployment = await started();
    const second = ["-state=second.tfstate"];
    const copy = (construct: string) => (stack: StackMaker) => {
      const only = stack();
      const network = AzureVirtualNetwork.fromResource(addNetwork(only, "Copy", "10.2.0.0/16"));
      const over = { networkCidr: "10.0.1.0/24", virtualNetwork: network };
      const identity = new PeeringApplication(only, "application", { aivenServicePrincipal: EXISTING });
      peerNetwork(only, { ...over, identity }, construct);
    };
    await deployment.change(copy("peering"));
    prints(await deployment.terraform(["apply", "-auto-approve", ...second]));
    await deployment.change(copy("another"));
    expectSuccess(await deployment.terraform(["apply", "-auto-approve", ...second]));
    await deployment.wait();
    expect(deployment.states).toEqual(["ACTIVE", "ACTIVE", "Connected", "Connected"]);

    const role = { guid: "9f000000-0000-4000-8000-000000000004", name: "peer", actions: PEERING_ACTIONS };
    const named = await deployPeering(
      { customer: { roles: [role] } },
      { access: PeeringAccess.create({ applicationRoleName: role.name }) },
    );
    prints(await named.apply());
    await named.change(plain({ access: PeeringAccess.create({ applicationRoleName: "peer with Aiven" }) }));
    await expectActive(named);
    const applicationRoleDefinitionId = `/subscriptions/${SUBSCRIPTION_ID}/providers/Microsoft.Authorization/roleDefinitions/${role.guid}`;
    await named.change(plain({ access: PeeringAccess.withRoles({ applicationRoleDefinitionId }) }));
    await expectActive(named);
  },

  "policy against the peering": throughBoth((azurePeeringProvider) => async (prints) => {
    const approvedRemoteNetworks: string[] = [];
    const resourceType = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings";
    const scope = `/subscriptions/${SUBSCRIPTION_ID}`;
    const deployment = await deployPeering(
      { customer: { policies: [{ name: "approved networks", scope, resourceType, approvedRemoteNetworks }] } },
      { azurePeeringProvider },
    );
    prints(await deployment.apply());
    const wait = addressOf(deployment, "service-principal-propagation");
    const { stdout } = await deployment.terraform(["state", "show", "-no-color", wait]);
    const [, id = ""] = /"to_network_id" *= "([^"]+)"/.exec(stdout) ?? [];
    approvedRemoteNetworks.push(id);
    await expectActive(deployment);
    await expectDestroyed(deployment);
  }),

  "secrets are forbidden": async (prints) => {
    for (const instead of ["a federated application, inside", "an existing one with a certificate"]) {
      const deployment = await startUnder("oidc", plain({ azurePeeringProvider: AZAPI }), {
        customer: { passwordsForbidden: true },
      });
      prints(await deployment.apply());
      await deployment.change(IDENTITIES[instead]);
      await expectActive(deployment);
    }
  },

  "secrets are capped": async (prints) => {
    const deployment = await deployPeering({ customer: { passwordLifetimeCapDays: 180 } });
    prints(await deployment.apply());
    const primaryEndDate = `${new Date(deployment.world.clock.now() + time.days(170)).toISOString().slice(0, 19)}Z`;
    await deployment.change((stack) => {
      const only = stack();
      const credential = PeeringCredential.clientSecret({ primaryEndDate });
      peerNetwork(only, { identity: new PeeringApplication(only, "application", { credential }) });
    });
    await expectActive(deployment);
  },
});

const REFUSED = AIVEN_SAYS.couldNotPeer;
describe("a role that Azure does not honour yet", () => {
  const DIRECT = set("time_sleep.rights", { create_duration: "1s" });

  test("stops Aiven; the construct waits for it", async () => {
    const settings = { lag: { rbac: 120 } };
    expectFailure(
      await (await Deployment.plain(settings, plainConfiguration(DIRECT))).apply(),
      REFUSED,
      "LinkedAuthorizationFailed",
    );
    await expectActive(await deployPeering(settings));
  });

  test("for the ten minutes that Azure documents: a longer wait", async () => {
    await expectActive(await deployPeering({ lag: { rbac: 600 } }, { propagation: { roleAssignments: "10m" } }));
  });
});

test("an application of a single tenant, which Aiven refuses: the construct's own never is, and an existing one is refused by the plan", async () => {
  const single = set("azuread_application.app", { sign_in_audience: "AzureADMyOrg" });
  expectFailure(await (await Deployment.plain({}, plainConfiguration(single))).apply(), REFUSED, "not multi-tenant");

  const existing = { ...existingApplication(LISTING), multiTenant: false };
  const deployment = await Deployment.start({ existingApplication: existing }, withExisting());
  const { clientId } = existing;
  expectFailure(
    await deployment.plan(),
    `identity.clientId: "${clientId}" is not allowed, its application is of a single tenant`,
  );
  expect(deployment.world.added()).toEqual([]);
  Object.assign(deployment.world.entra.directory.application(clientId) ?? {}, {
    signInAudience: "AzureADMultipleOrgs",
  });
  await expectActive(deployment);
  await expectDestroyed(deployment);
});
