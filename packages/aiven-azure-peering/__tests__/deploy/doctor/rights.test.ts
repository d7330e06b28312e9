import { accounts, arm, type SettingsInput } from "simulated-clouds";
import { PeeringAccess } from "cdktf-aiven-azure-peering";
import { evaluateCondition } from "../../../src/doctor/rights";
import { peerNetwork } from "../../../../../__tests__/deploy/support/peering";
import { roles, virtualNetwork } from "../../../../../__tests__/deploy/troubleshooting/rights-of-others";
import { Before, type Build } from "../support/doctor";
import { createHub, GIVEN_ROLES, HUB } from "./azure-rows";

const SUBSCRIPTION = `/subscriptions/${accounts.customerSubscriptionId}`;

async function complaintsOf(settings: SettingsInput, build?: Build, harm?: (before: Before) => void) {
  const before = await Before.apply(settings, build);
  harm?.(before);
  return (await before.doctor()).complaints;
}

test("a lock that only a destroy runs into is a warning", async () => {
  const locks = [{ scope: SUBSCRIPTION, level: "CanNotDelete", name: "keep" }] as const;
  expect(await complaintsOf({ customer: { locks } })).toEqual([
    `warning locks: keep of ${SUBSCRIPTION} is CanNotDelete: an apply succeeds, a destroy does not`,
  ]);
});

test("a deny assignment counts whatever roles there are, where it holds and for whom", async () => {
  const name = "managed";
  const of = (denial: object) =>
    complaintsOf({ customer: { denyAssignments: [{ scope: SUBSCRIPTION, name, ...denial }] } });
  expect(await of({})).toEqual([
    `failed deny assignments: "managed" at ${SUBSCRIPTION} denies the deployer Microsoft.Authorization/roleAssignments/write`,
  ]);
  expect(await of({ actions: ["Microsoft.Network/virtualNetworks/virtualNetworkPeerings/delete"] })).toEqual([
    `failed deny assignments: "managed" at ${SUBSCRIPTION} denies the application Microsoft.Network/virtualNetworks/virtualNetworkPeerings/delete`,
  ]);
  expect(await of({ actions: ["Microsoft.Compute/*"] })).toEqual([]);
  expect(await of({ doNotApplyToChildScopes: true })).toEqual([]);
  expect(await of({ principals: [crypto.randomUUID()] })).toEqual([]);
});

test("who may assign some roles only may not assign new ones", async () => {
  const assignableRoles = GIVEN_ROLES.map(({ guid }) => guid);
  const deployer = { azureRoles: ["Owner"], assignableRoles };
  expect(await complaintsOf({ deployer })).toEqual([
    `failed right to assign roles: in effect at ${SUBSCRIPTION}, but a condition allows some roles only, and not new ones`,
  ]);
  const given: Build = (stack) => void peerNetwork(stack(), { access: PeeringAccess.withRoles(roles) });
  const customer = { roles: GIVEN_ROLES };
  const some = { ...deployer, assignableRoles: assignableRoles.slice(0, 1) };
  const found = await complaintsOf({ deployer: some, customer }, given);
  expect(found).toEqual([expect.stringMatching(/^failed right to assign roles: .* and not these$/)]);
});

test.each<[ReturnType<typeof evaluateCondition>, string | undefined, string[] | "new"]>([
  ["allowed", undefined, "new"],
  ["allowed", arm.onlyRoles(["a", "b"]), ["/x/a", "/x/B"]],
  ["denied", arm.onlyRoles(["a"]), ["/x/a", "/x/b"]],
  ["denied", arm.onlyRoles(["a"]), "new"],
  [
    "allowed",
    "!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'}) OR @Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAllValues:GuidNotEquals {a, b}",
    "new",
  ],
  ["unknown", `${arm.onlyRoles(["a"])} AND @Request[Microsoft.Authorization/roleAssignments:PrincipalId] …`, ["/x/a"]],
  ["unknown", "!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'}) OR something else", ["/x/a"]],
  ["allowed", "!(ActionMatches{'Microsoft.Storage/blobs/read'}) OR something else", "new"],
])("%s by a condition (%#)", (verdict, condition, wanted) => {
  expect(evaluateCondition(condition, wanted)).toBe(verdict);
});

test("the range of the VPC is none of the network itself", async () => {
  const own: Build = (stack) => void peerNetwork(stack(), { virtualNetwork, networkCidr: "10.1.7.0/24" });
  expect(await complaintsOf({}, own, createHub)).toEqual([
    "failed address ranges: 10.1.7.0/24 of the VPC overlaps 10.1.0.0/16 of the network itself",
  ]);
});

test("what may not be read is unknown, and the rest is looked at", async () => {
  // may assign and read nothing but a network
  const customer = { roles: [...GIVEN_ROLES] };
  const harm = (before: Before): void => {
    createHub(before);
    const { world } = before.deployment;
    world.byHand.assignRole(world.deployer.user?.objectId as string, "peer", HUB);
    void world.clock.advance(120_000);
  };
  const build: Build = (stack) => void peerNetwork(stack(), { virtualNetwork, access: PeeringAccess.existing() });
  const found = await complaintsOf({ deployer: { azureRoles: [] }, customer }, build, harm);
  const checks = found.map((each) => each.split(":")[0]);
  expect(checks).toEqual([
    "unknown subscription",
    // for the role that lists resource providers
    "failed right to define roles",
    "failed right to assign roles",
    "unknown role names",
    "unknown deny assignments",
    "unknown locks",
  ]);
});
