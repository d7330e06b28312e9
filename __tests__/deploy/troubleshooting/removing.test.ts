import {
  AivenCloud,
  AivenServicePrincipalSource,
  type AzurePeeringProvider,
  PeeringApplication,
} from "cdktf-aiven-azure-peering";
import { accounts, arm, time } from "simulated-clouds";
import { Sleep } from "@cdktf/provider-time/lib/sleep";
import type { TerraformStack } from "cdktf";
import { Pg } from "cdktf-provider-aiven/lib/pg";
import type { StackMaker } from "../../../tools/terraform/source";
import { expectActive, expectDestroyed } from "../support/assertions";
import { plain, started } from "../support/changes";
import { Deployment, SUBSCRIPTION_ID, TENANT_ID } from "../support/deployment";
import { addressOf, applyAfterItsRoles, deployPeering, expectFailure, expectSuccess } from "../support/failure";
import { addNetwork, peerNetwork } from "../support/peering";
import { AZURE_PEERING, CONNECTION, plainConfiguration, set, signIn } from "../support/plain-graph";
import { AZAPI, AZURERM, throughBoth, tryRows } from "./rows";

const other = (azurePeeringProvider: AzurePeeringProvider) => (azurePeeringProvider === AZAPI ? AZURERM : AZAPI);

tryRows("Removing", {
  "network replaced": async (prints) => {
    const deployment = await started();
    await deployment.change(plain({}, { name: "Hub-Renamed" }));
    prints(await deployment.apply());
    const azurePeering = addressOf(deployment, "azurerm_virtual_network_peering");
    expectSuccess(await deployment.terraform(["state", "rm", azurePeering]));
    await expectActive(deployment);
    await expectDestroyed(deployment);
  },

  "service in the VPC": async (prints) => {
    const deployment = await started();
    const { vpcs, services } = deployment.world.aiven;
    const [vpc] = vpcs.all;
    const caller = { apiToken: "token" };
    const place = { cloudName: vpc.cloudName, projectVpcId: vpc.id };
    services.create(caller, "my-project", { name: "by-hand", type: "pg", plan: "startup-4", ...place });
    prints(await deployment.destroy());
    services.delete(caller, "my-project", "by-hand");
    await expectDestroyed(deployment);
  },

  locked: throughBoth((azurePeeringProvider) => async (prints) => {
    const deployment = await started({}, plain({ azurePeeringProvider }));
    const network = arm.resourceId(SUBSCRIPTION_ID, "Hub-RG", "Microsoft.Network", "virtualNetworks", "Hub-VNet");
    deployment.world.byHand.lock(network, "CanNotDelete");
    prints(await deployment.destroy());
    expect(deployment.states).toEqual(["ACTIVE", "Connected"]);
    deployment.world.byHand.unlock(network);
    await expectDestroyed(deployment);
  }),

  "disconnected with another identity": throughBoth((azurePeeringProvider) => async (prints) => {
    const by = (id: string, connected: boolean) => (stack: StackMaker) => {
      const only = stack();
      const aivenServicePrincipal = AivenServicePrincipalSource.EXISTING;
      peerNetwork(only, {
        azurePeeringProvider,
        connected,
        identity: new PeeringApplication(only, id, { aivenServicePrincipal }),
      });
    };
    const deployment = await started({ aivenPrincipalExists: true }, by("former", true));
    await deployment.change(by("other", false));
    const failed = await deployment.apply();
    expect(failed.code).toBe(1);
    prints(failed);
    await deployment.change(by("former", false));
    await applyAfterItsRoles(deployment);
    await expectActive(deployment, 0);
    await deployment.change(by("other", true));
    await expectActive(deployment);
    await expectDestroyed(deployment);
  }),

  "provider gone": throughBoth((azurePeeringProvider) => async (prints) => {
    const withoutPeering = (stack: StackMaker) => void addNetwork(stack());
    const deployment = await started({}, plain({ azurePeeringProvider }));
    for (const build of [withoutPeering, plain({ azurePeeringProvider: other(azurePeeringProvider) })]) {
      await deployment.change(build);
      prints(await deployment.apply());
      expect(deployment.states).toEqual(["ACTIVE", "Connected"]);
    }
    await deployment.change(plain({ azurePeeringProvider, connected: false }));
    await expectActive(deployment, 0);
    await deployment.change(plain({ azurePeeringProvider: other(azurePeeringProvider) }));
    await expectActive(deployment);
    await deployment.change(plain({ azurePeeringProvider: other(azurePeeringProvider), connected: false }));
    await expectActive(deployment, 0);
    await deployment.change(withoutPeering);
    await expectActive(deployment, 0);
    expect(deployment.world.added().map(({ name }) => name)).toEqual(["Hub-RG", "Hub-VNet"]);
    await expectDestroyed(deployment);
  }),
});

describe("destroying what peers before the peering is gone", () => {
  test("takes away the right to remove it; the construct removes it first, however long that takes", async () => {
    // Nothing holds the application's role while a machine that uses the peering goes down. Time must not run ahead of Terraform, which
    // has something else to do meanwhile.
    const plain = await Deployment.plain(
      { lag: { rbac: 0 }, clock: { kind: "jump", quantum: 60 } },
      plainConfiguration(
        set("time_sleep.rights", { depends_on: ["azurerm_role_assignment.list"] }),
        set("time_sleep.machine", { create_duration: "1s", destroy_duration: "2m", depends_on: [AZURE_PEERING] }),
      ),
    );
    expectSuccess(await plain.apply());
    expectFailure(await plain.destroy(), "deleting Virtual Network Peering (Subscription: ", "AuthorizationFailed");
    expectFailure(await plain.destroy(), "retrieving Virtual Network Peering (Subscription: ", "AuthorizationFailed");

    const deployment = await Deployment.start({}, (stack) => {
      const only = stack();
      const peering = peerNetwork(only);
      new Sleep(only, "machine", {
        createDuration: "1s",
        destroyDuration: "2m",
        dependsOn: [peering],
      });
    });
    await expectActive(deployment);
    const start = deployment.world.clock.now();
    await expectDestroyed(deployment);
    const calls = deployment.callsSince(start);
    const first = (pattern: RegExp) => calls.findIndex((call) => pattern.test(call));
    const order = [
      first(/^DELETE .*Hub-VNet\/virtualNetworkPeerings\//),
      first(/^DELETE .*\/peering-connections\//),
      first(/^DELETE .*\/roleAssignments\//),
      first(/^DELETE \/applications\//),
    ];
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(order[0]).toBeGreaterThan(0);
  });

  test("locks the Azure peering in, where its ids were copied by hand; the construct takes it along", async () => {
    const plain = await Deployment.plain({}, plainConfiguration());
    expectSuccess(await plain.apply());
    const { aiven, entra } = plain.world;
    const [connection] = aiven.peeringConnections.all;
    const aivenTenant = connection?.stateInfo?.["to-tenant-id"];
    const clientId = entra.directory.applications.find(({ displayName }) => displayName === "peering")?.clientId;
    const copied = plainConfiguration(
      set(AZURE_PEERING, { remote_virtual_network_id: connection?.stateInfo?.["to-network-id"], lifecycle: undefined }),
      signIn({ client_id: clientId, auxiliary_tenant_ids: [aivenTenant] }),
    );
    plain.writePlain(copied);
    expectSuccess(await plain.apply());
    expectSuccess(await plain.destroy(`-target=${CONNECTION}`));
    await plain.world.clock.advance(time.minutes(1));
    expectFailure(await plain.destroy(), "AADSTS7000229");

    const deployment = await deployPeering({});
    await expectActive(deployment);
    const target = addressOf(deployment, "aiven_azure_vpc_peering_connection");
    expectSuccess(await deployment.destroy(`-target=${target}`));
    expect(deployment.states).toEqual([]);
    await expectDestroyed(deployment);
  });
});

describe("Aiven's service principal is in the tenant already", () => {
  const THERE = { aivenPrincipalExists: true };
  const principal = ({ world }: Deployment) =>
    world.entra.directory.servicePrincipal(TENANT_ID, accounts.aivenApplicationId);

  test("adopted, it goes at destroy and breaks every other peering; looked up, it stays", async () => {
    const plain = await Deployment.plain(
      THERE,
      plainConfiguration(set("azuread_service_principal.aiven", { use_existing: true })),
    );
    expectSuccess(await plain.apply());
    expectSuccess(await plain.destroy());
    expect(plain.world.removed().map(({ kind, place }) => `${kind} in ${place}`)).toEqual([
      "service principal in tenant customer",
    ]);

    const deployment = await existing(THERE);
    await expectActive(deployment);
    const before = principal(deployment);
    await expectDestroyed(deployment);
    expect(principal(deployment)).toBe(before);
  });

  test("for a second peering that uses it by now: out of the state first, it survives the one that created it", async () => {
    const deployment = await Deployment.start({}, (stack) => {
      const identity = new PeeringApplication(stack("identity"), "application");
      peerNetwork(stack("peering"), { identity });
    });
    await expectActive(deployment);
    const address = deployment.addresses("identity").find((each) => /_principal.*aiven/.test(each)) as string;
    expectSuccess(await deployment.terraform(["state", "rm", address], { stack: "identity" }));
    expectSuccess(await deployment.destroy());
    expect(principal(deployment)).toBeDefined();
    expect(deployment.world.added().map(({ kind }) => kind)).toEqual(["service principal"]);
  });

  const existing = (settings: Parameters<typeof Deployment.start>[0]) =>
    Deployment.start(settings, (stack) => {
      const only = stack();
      const aivenServicePrincipal = AivenServicePrincipalSource.EXISTING;
      peerNetwork(only, {
        identity: new PeeringApplication(only, "application", { aivenServicePrincipal, propagation: "0s" }),
      });
    });
});

describe("the VPC", () => {
  test("whose id was copied into a service is tried before the service is gone; the construct's id orders the two", async () => {
    const service = { service_name: "pg", plan: "startup-4", termination_protection: true };
    const plain = await Deployment.plain({}, plainConfiguration());
    expectSuccess(await plain.apply());
    const place = { project: "my-project", cloud_name: "azure-westeurope" };
    const project_vpc_id = `my-project/${plain.world.aiven.vpcs.all[0]?.id}`;
    plain.writePlain(plainConfiguration(set("aiven_pg.pg", { ...service, ...place, project_vpc_id })));
    expectSuccess(await plain.apply());
    expectFailure(await plain.destroy(), "protected against termination", "[409 VpcDelete]");

    const withService = (terminationProtection: boolean) => (stack: () => TerraformStack) => {
      const only = stack();
      const { vpcId: projectVpcId } = peerNetwork(only);
      const place = { project: "my-project", cloudName: AivenCloud.AZURE_JAPANEAST, projectVpcId };
      new Pg(only, "pg", { serviceName: "pg", plan: "startup-4", terminationProtection, ...place });
    };
    const deployment = await Deployment.start({}, withService(true));
    await expectActive(deployment);
    const { code, text } = await deployment.destroy();
    expect(code).toBe(1);
    expect(text).not.toContain("[409 ");
    await deployment.change(withService(false));
    expectSuccess(await deployment.apply());
    await expectDestroyed(deployment);
  });
});
