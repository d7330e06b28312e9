import { TerraformResource } from "cdktf";
import { accounts, arm, type SettingsInput } from "simulated-clouds";
import { AivenServicePrincipalSource, AzurePeeringProvider, PeeringAccess } from "cdktf-aiven-azure-peering";
import { evaluateCondition } from "../../../src/doctor/rights";
import { peerNetwork } from "../../../../../__tests__/deploy/support/peering";
import { roles, virtualNetwork } from "../../../../../__tests__/deploy/troubleshooting/rights-of-others";
import { Before, type Build } from "../support/doctor";
import { createHub, existingRights, GIVEN_ROLES, HUB } from "./azure-rows";
import { existingApplication, withExisting } from "../../../../../__tests__/deploy/support/identities";

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
  // the role that lists resource providers would be a new one
  const azurePeeringProvider = AzurePeeringProvider.AZAPI;
  const given: Build = (stack) =>
    void peerNetwork(stack(), { access: PeeringAccess.withRoles(roles), azurePeeringProvider });
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

/** Rights of the deployer at the hub alone, by a role of these actions. */
function atHub(...actions: string[]) {
  const role = { guid: crypto.randomUUID(), name: "at the hub", actions };
  const settings: SettingsInput = {
    deployer: { azureRoles: [] },
    customer: { roles: [...GIVEN_ROLES, role] },
    existingApplication: existingApplication(),
    aivenPrincipalExists: true,
  };
  const harm = (before: Before): void => {
    createHub(before);
    const { world } = before.deployment;
    world.byHand.assignRole(world.deployer.user?.objectId as string, role.name, HUB);
    void world.clock.advance(120_000);
  };
  return { settings, harm };
}

const byId: Build = (stack) => void peerNetwork(stack(), { virtualNetwork, access: PeeringAccess.existing() });
const read = "Microsoft.Network/virtualNetworks/read";

test("a network that may not be read has rights that can be asked for", async () => {
  const { settings, harm } = atHub("Microsoft.Authorization/roleAssignments/*");
  const found = await complaintsOf(settings, withExistingRoles, harm);
  const checks = found.map((each) => each.split(":")[0]);
  expect(checks).toEqual([
    // azurerm does not start
    "failed deployer's right to list resource providers",
    // Terraform does not read it, as it is given by its id
    "unknown virtual network",
    "unknown address ranges",
    "unknown earlier peering",
    // whether there is a condition
    "unknown right to assign roles",
    "unknown deny assignments",
    "unknown locks",
  ]);
});

const withExistingRoles: Build = withExisting(
  { virtualNetwork, access: PeeringAccess.withRoles(roles), azurePeeringProvider: AzurePeeringProvider.AZAPI },
  { aivenServicePrincipal: AivenServicePrincipalSource.EXISTING },
);

test("no role in the subscription: an apply would not even start", async () => {
  const { settings, harm } = atHub(read);
  const before = await Before.apply(settings, byId);
  harm(before);
  const doctor = await before.doctor();
  const scope = SUBSCRIPTION;
  const [userId] = [before.deployment.world.deployer.user?.objectId];
  expect(doctor.of("deployer's right to list resource providers")).toEqual({
    check: "deployer's right to list resource providers",
    status: "failed",
    message: `missing at ${scope}: Microsoft.Resources/subscriptions/providers/read, without which azurerm 4.x does not start`,
    remedy: `az role assignment create --role Reader --assignee-object-id ${userId} --assignee-principal-type User --scope ${scope}\nor, for azurerm 4.x, export ARM_PROVIDER_ENHANCED_VALIDATION=false`,
  });
  expect(doctor.of("subscription")).toMatchObject({ status: "note" });
  expect(doctor.code).toBe(1);
  expect(await before.deployment.apply()).toMatchObject({
    code: 1,
    text: expect.stringContaining("Microsoft.Resources/subscriptions/providers/read") as string,
  });
  // where that is switched off, there is no need
  const off = await before.doctor({ ARM_PROVIDER_ENHANCED_VALIDATION: "false" });
  expect(off.of("deployer's right to list resource providers")).toMatchObject({ status: "ok" });
});

test("a network that Terraform reads itself must be readable", async () => {
  const found = await complaintsOf({ deployer: { azureRoles: [] } }, undefined, createHub);
  expect(found).toContainEqual(
    expect.stringMatching(/^failed virtual network: .*AuthorizationFailed: .*; Terraform reads it with this sign-in/),
  );
});

test("a right counts by its action, whichever role and scope it comes from", async () => {
  const actions = ["Microsoft.Authorization/role*", "*/read", "Microsoft.Resources/*", "Microsoft.Network/*"];
  const role = { guid: crypto.randomUUID(), name: "everything that it takes", actions };
  const settings = { deployer: { azureRoles: [] }, customer: { roles: [role] } };
  const byGroup = async (scope: string) => {
    const GROUP = crypto.randomUUID();
    const before = await Before.apply({ ...settings, deployer: { azureRoles: [], groups: [GROUP] } });
    before.deployment.world.byHand.assignRole(GROUP, role.name, scope);
    await before.deployment.world.clock.advance(120_000);
    return before;
  };
  for (const scope of [SUBSCRIPTION, "/providers/Microsoft.Management/managementGroups/root"]) {
    const before = await byGroup(scope);
    expect((await before.doctor()).complaints).toEqual([]);
  }
});

test("a role is read where it is asked about, not at the subscription", async () => {
  const before = await Before.apply({});
  await before.doctor();
  const asked = before.clouds.world.journal.matching(/\/roleDefinitions\/[0-9a-f-]{36}$/);
  expect(asked.length).toBeGreaterThan(0);
  const elsewhere = await Before.apply({ existingApplication: existingApplication() }, existingRights);
  createHub(elsewhere);
  await elsewhere.doctor();
  const paths = elsewhere.clouds.world.journal.matching(/\/roleDefinitions\/[0-9a-f-]{36}$/).map(({ path }) => path);
  expect(paths.filter((path) => path.startsWith(HUB))).toEqual(
    paths.filter((path) => !path.startsWith(`${SUBSCRIPTION}/providers`)),
  );
});

test("a condition counts at the subscription too, where the role that lists resource providers is assigned", async () => {
  const assignableRoles = GIVEN_ROLES.map(({ guid }) => guid);
  const given: Build = (stack) => void peerNetwork(stack(), { access: PeeringAccess.withRoles(roles) });
  const found = await complaintsOf(
    { deployer: { azureRoles: ["Owner"], assignableRoles }, customer: { roles: GIVEN_ROLES } },
    given,
  );
  expect(found).toEqual([
    `failed right to assign roles: in effect at ${SUBSCRIPTION}, but a condition allows some roles only, and not new ones`,
  ]);
});

test("a deny assignment for a group counts for its members only", async () => {
  const GROUP = crypto.randomUUID();
  const name = "managed";
  const of = (deployer: SettingsInput["deployer"], excludePrincipals: string[] = []) => {
    const denial = { scope: SUBSCRIPTION, name, principals: [GROUP], excludePrincipals };
    return complaintsOf({ deployer, customer: { denyAssignments: [denial] } });
  };
  const message = `deny assignments: "managed" at ${SUBSCRIPTION} denies the deployer Microsoft.Authorization/roleAssignments/write`;
  expect(await of({ groups: [GROUP] })).toEqual([`failed ${message}`]);
  expect(await of({})).toEqual([]);
  expect(await of({ groups: [GROUP] }, [crypto.randomUUID()])).toEqual([
    `unknown ${message}, unless it is a member of a group that is excluded`,
  ]);
});

test("roles that are defined at a group must be allowed there", async () => {
  const group = HUB.split("/providers/")[0];
  const atGroup: Build = (stack) => {
    const only = stack();
    peerNetwork(only, { virtualNetwork, azurePeeringProvider: AzurePeeringProvider.AZAPI });
    for (const each of only.node.findAll()) {
      if (!TerraformResource.isTerraformResource(each) || each.terraformResourceType !== "azurerm_role_definition")
        continue;
      each.addOverride("scope", group);
      each.addOverride("assignable_scopes", [group]);
    }
  };
  const lister = { guid: crypto.randomUUID(), name: "reads", actions: ["*/read"] };
  const before = await Before.apply({ deployer: { azureRoles: [] }, customer: { roles: [lister] } }, atGroup);
  createHub(before);
  const { byHand, clock, deployer } = before.deployment.world;
  const objectId = deployer.user?.objectId as string;
  byHand.assignRole(objectId, lister.name, SUBSCRIPTION);
  await clock.advance(120_000);
  expect((await before.doctor()).of("right to define roles")).toMatchObject({
    status: "failed",
    message: `missing at ${group}: Microsoft.Authorization/roleDefinitions/write`,
  });
  byHand.assignRole(objectId, "Owner", group);
  await clock.advance(120_000);
  expect((await before.doctor()).of("right to define roles")).toMatchObject({
    status: "ok",
    message: `in effect at ${group}`,
  });
});
