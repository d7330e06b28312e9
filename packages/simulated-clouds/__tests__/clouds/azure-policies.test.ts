import { createWorld, type World } from "../../src/clouds/world";
import { CUSTOMER_SUBSCRIPTION_ID } from "../../src/clouds/settings";
import { asDeployer, createNetwork, GROUP, refusal, vnet } from "./people";

const SUBSCRIPTION = `/subscriptions/${CUSTOMER_SUBSCRIPTION_ID}`;
const NETWORKS = "Microsoft.Network/virtualNetworks";
const PEERINGS = `${NETWORKS}/virtualNetworkPeerings`;

const writeSubnet = (world: World) => () =>
  world.azure.subnets.put(asDeployer(world), `${vnet("vnet")}/subnets/one`, { addressPrefixes: ["10.1.0.0/24"] });
const peer = (world: World, remote: string) => () =>
  world.azure.peerings.put(asDeployer(world), `${vnet("vnet")}/virtualNetworkPeerings/to`, {
    remoteVirtualNetworkId: remote,
  });

function networks(settings: Parameters<typeof createWorld>[0]): World {
  const world = createWorld(settings);
  createNetwork(world);
  createNetwork(world, "other", ["10.2.0.0/16"]);
  createNetwork(world, "third", ["10.3.0.0/16"]);
  return world;
}

test("a policy forbids what it names, where it is assigned, to an owner too, by Azure's code and identifiers", () => {
  const policy = { name: "no subnets", scope: SUBSCRIPTION, resourceType: `${NETWORKS}/subnets` };
  const world = networks({ customer: { policies: [policy] } });
  expect(peer(world, vnet("other"))).not.toThrow();
  expect(writeSubnet(world)).toThrow(
    refusal({
      status: 403,
      code: "RequestDisallowedByPolicy",
      message: expect.stringMatching(
        /^Resource 'one' was disallowed by policy\. Policy identifiers: '\[\{"policyAssignment":\{"name":"no subnets","id":"\/subscriptions\//,
      ) as string,
    }),
  );
});

test("a policy elsewhere, and one on what is there already, change nothing", () => {
  const policy = { name: "no subnets", scope: `${GROUP}-other`, resourceType: `${NETWORKS}/subnets` };
  const world = networks({ customer: { policies: [policy] } });
  expect(writeSubnet(world)).not.toThrow();
  world.azure.policies.add({ ...policy, scope: GROUP });
  expect(writeSubnet(world)).toThrow(refusal({ code: "RequestDisallowedByPolicy" }));
  expect(() => world.azure.virtualNetworks.get(asDeployer(world), vnet("vnet"))).not.toThrow();
  expect(() => world.azure.subnets.delete(asDeployer(world), `${vnet("vnet")}/subnets/one`)).not.toThrow();
});

test("one on peerings may approve the network at the other end", () => {
  const approvedRemoteNetworks = [vnet("OTHER")];
  const policy = { name: "known networks", scope: SUBSCRIPTION, resourceType: PEERINGS, approvedRemoteNetworks };
  const world = networks({ customer: { policies: [policy] } });
  expect(peer(world, vnet("third"))).toThrow(refusal({ status: 403, code: "RequestDisallowedByPolicy" }));
  expect(peer(world, vnet("other"))).not.toThrow();
});

test("a subscription that is disabled can be read and not changed", () => {
  const world = networks({});
  world.azure.subscriptions.all.splice(0, 1, { ...world.azure.subscriptions.all[0], state: "Disabled" });
  expect(() => world.azure.virtualNetworks.get(asDeployer(world), vnet("vnet"))).not.toThrow();
  expect(writeSubnet(world)).toThrow(
    refusal({
      status: 409,
      code: "ReadOnlyDisabledSubscription",
      message: `The subscription '${CUSTOMER_SUBSCRIPTION_ID}' is disabled and therefore marked as read only. You cannot perform any write actions on this subscription until it is re-enabled.`,
    }),
  );
});

test("a subscription of another tenant says which tenant that is", () => {
  const [id, tenantId] = ["5ab50000-0000-4000-8000-0000000000ff", "72f988bf-0000-4000-8000-0000000000ff"];
  const world = createWorld({ customer: { otherTenantsSubscriptions: [{ id, tenantId }] } });
  expect(() => world.azure.resourceProviders.list(asDeployer(world), id)).toThrow(
    refusal({
      status: 401,
      code: "InvalidAuthenticationTokenTenant",
      message: expect.stringContaining(`It must match the tenant 'https://sts.windows.net/${tenantId}/'`) as string,
    }),
  );
});
