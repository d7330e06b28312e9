import { type AivenAzurePeering, type AivenAzurePeeringProps, PeeringAccess } from "cdktf-aiven-azure-peering";
import { expectAccepted, expectRefusal, nameInUse, refusalOf } from "../support/refusal";
import {
  addPeering,
  type Block,
  network,
  OTHER_SUBSCRIPTION,
  preconditionsOf,
  shown,
  spoke,
  SUBSCRIPTION,
  synthPeering,
  type Synthesised,
  synthStack,
  variable,
} from "../support/synth";

const ROLE = "azurerm_role_definition";
const NETWORK = "stack/peering/virtual-network";
const NAMES = { applicationRoleName: "role-peer", aivenRoleName: "role-be-peered" };
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/Network-RG`;
const far = (over = {}) =>
  network({ name: "Far", subscriptionId: OTHER_SUBSCRIPTION, addressSpaces: ["10.3.0.0/16"], ...over });

/** The roles of the two sides, the application's first. */
const pairOf = (stack: Synthesised, part = "subscription_roles"): Block[] =>
  ["application", "aiven"].map((side) => stack.resource(ROLE, `${part}_${side}`));
const namesOf = (stack: Synthesised, part?: string) => pairOf(stack, part).map(({ name }) => name);
const pairsIn = (stack: Synthesised) =>
  Object.keys(stack.resources(ROLE)).filter((name) => /_roles(?:-\w+)?_/.test(name)).length / 2;

/** A peering with further networks. */
const synth = (over: Partial<AivenAzurePeeringProps>, then: (peering: AivenAzurePeering) => void = () => {}) =>
  synthStack((stack) => then(addPeering(stack, over)));

describe("the roles that are created", () => {
  const plain = synthPeering();
  const actionsOf = (role: Block) => (role.permissions as { actions: string[] }[])[0]?.actions;

  test("let the application manage peerings of the virtual network, and Aiven peer to it, and no more", () => {
    expect(pairOf(plain).map(actionsOf)).toEqual([
      [
        "Microsoft.Network/virtualNetworks/read",
        "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/read",
        "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write",
        "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/delete",
      ],
      ["Microsoft.Network/virtualNetworks/peer/action"],
    ]);
  });

  test.each([
    ["application", "identity_service-principal"],
    ["aiven", "aiven-azure-peering-aiven-service-principal"],
  ])("are defined at the subscription, and assigned at the virtual network alone: of %s", (side, principal) => {
    const subscription = `/subscriptions/${SUBSCRIPTION}`;
    expect(plain.resource(ROLE, `roles_${side}`)).toMatchObject({
      scope: subscription,
      assignable_scopes: [subscription],
    });
    expect(plain.resource("azurerm_role_assignment", `access_${side}`)).toMatchObject({
      scope: `${subscription}/resourceGroups/Network-RG/providers/Microsoft.Network/virtualNetworks/Hub-VNet`,
      principal_type: "ServicePrincipal",
      principal_id: `\${${plain.address("azuread_service_principal", principal)}.object_id}`,
      role_definition_id: `\${${plain.address(ROLE, `roles_${side}`)}.role_definition_resource_id}`,
    });
  });

  test("are waited for, and again when one is assigned again", () => {
    const wait = plain.resource("time_sleep", "access_propagation");
    expect(wait.depends_on).toEqual([
      plain.address("azuread_application_password"),
      plain.address("azurerm_role_assignment", "resource-providers"),
    ]);
    expect(wait.triggers).toEqual({
      client_id: `\${${plain.address("azuread_application")}.client_id}`,
      application_role: `\${${plain.address("azurerm_role_assignment", "access_application")}.id}`,
      aiven_role: `\${${plain.address("azurerm_role_assignment", "access_aiven")}.id}`,
    });
    expect(wait).not.toHaveProperty("lifecycle");
  });

  test("are the same where PeeringAccess.create() is given", () => {
    expect(synthPeering({ access: PeeringAccess.create() }).json.resource).toEqual(plain.json.resource);
  });
});

describe("their names", () => {
  test("have a suffix and the subscription, unless they are given", () => {
    expect(namesOf(synthPeering())).toEqual([
      expect.stringMatching(`^aiven-azure-peering: peer with Aiven \\([0-9a-f]{8} ${SUBSCRIPTION}\\)$`),
      expect.stringMatching(`^aiven-azure-peering: be peered by Aiven \\([0-9a-f]{8} ${SUBSCRIPTION}\\)$`),
    ]);
    expect(synthPeering().resource(ROLE, "roles_aiven")).not.toHaveProperty("lifecycle");
  });

  test("differ from peering to peering, as a tenant has each name once", () => {
    const twin = synthStack((stack) => {
      addPeering(stack);
      addPeering(stack, { networkCidr: "10.2.0.0/24" }, "second");
    });
    const names = Object.values(twin.resources(ROLE)).map(({ name }) => name as string);
    expect(new Set(names).size).toBe(6);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(128);
  });

  test("are those that are given, each by itself", () => {
    expect(namesOf(synthPeering({ access: PeeringAccess.create(NAMES) }))).toEqual(["role-peer", "role-be-peered"]);
    expect(namesOf(synthPeering({ access: PeeringAccess.create({ aivenRoleName: "mine" }) }))).toEqual([
      expect.stringMatching(/^aiven-azure-peering: peer with Aiven /),
      "mine",
    ]);
  });

  test("that only Terraform knows are validated by Terraform", () => {
    const stack = synthStack((stack) => {
      addPeering(stack, { access: PeeringAccess.create({ aivenRoleName: variable(stack, "role") }) });
    });
    expect(preconditionsOf(stack.resource(ROLE, "roles_aiven"))).toEqual([
      {
        condition: '${can(regex("^(?:.{1,512})$", var.role))}',
        error_message: `${NETWORK}: access.aivenRoleName: "${shown("role")}" is not allowed, use 1 to 512 characters`,
      },
    ]);
  });

  test("of a further subscription are others", () => {
    const access = PeeringAccess.create({ applicationRoleName: "far-peer", aivenRoleName: "far-be-peered" });
    const stack = synth({ access: PeeringAccess.create(NAMES) }, (peering) => {
      peering.addVirtualNetwork("near", spoke());
      peering.addVirtualNetwork("far", far(), { access });
      peering.addVirtualNetwork("farther", far({ name: "Farther", addressSpaces: ["10.4.0.0/16"] }), { access });
    });
    expect(pairsIn(stack)).toBe(2);
    expect(namesOf(stack)).toEqual(["role-peer", "role-be-peered"]);
    expect(namesOf(stack, `subscription-${OTHER_SUBSCRIPTION}_roles`)).toEqual(["far-peer", "far-be-peered"]);
  });

  test("of the construct are refused in a further subscription", () => {
    expectRefusal(
      (stack) => addPeering(stack, { access: PeeringAccess.create(NAMES) }).addVirtualNetwork("far", far()),
      `stack/peering/far: ${nameInUse("access.applicationRoleName", "role-peer", `access.applicationRoleName of ${NETWORK}`)}`,
    );
  });

  test.each([
    ["another", NAMES],
    ["none", {}],
  ])("cannot be given by a later network of the subscription, where the first one has %s", (_, first) => {
    const access = (options: object) => PeeringAccess.create(options);
    expectRefusal(
      (stack) =>
        addPeering(stack, { access: access(first) }).addVirtualNetwork("near", spoke(), {
          access: access({ aivenRoleName: "mine" }),
        }),
      'stack/peering/near: access.aivenRoleName: "mine" is not allowed, the networks of a subscription share their roles, and ' +
        `${NETWORK} comes first; give the names there`,
    );
  });

  test.each([[{}], [NAMES], [{ aivenRoleName: "role-be-peered" }]])(
    "may be given once more by a later network, in part or whole: %j",
    (again) => {
      const stack = synth({ access: PeeringAccess.create(NAMES) }, (peering) => {
        peering.addVirtualNetwork("near", spoke(), { access: PeeringAccess.create(again) });
      });
      expect(pairsIn(stack)).toBe(1);
    },
  );

  test("of two peerings are two, in whichever case they are written", () => {
    const both = (second: object) => (stack: Parameters<typeof addPeering>[0]) => {
      addPeering(stack, { access: PeeringAccess.create(NAMES) });
      const access = PeeringAccess.create(second);
      addPeering(stack, { networkCidr: "10.9.0.0/24", virtualNetwork: spoke(), access }, "second");
    };
    expectRefusal(
      both({ aivenRoleName: "ROLE-Peer" }),
      `stack/second/virtual-network: ${nameInUse("access.aivenRoleName", "ROLE-Peer", `access.applicationRoleName of ${NETWORK}`)}`,
    );
    expectAccepted(both({ applicationRoleName: "a", aivenRoleName: "b" }));
  });

  test("may not be one variable", () => {
    expectRefusal(
      (stack) => {
        const name = variable(stack, "role");
        addPeering(stack, { access: PeeringAccess.create({ applicationRoleName: name, aivenRoleName: name }) });
      },
      `${NETWORK}: ${nameInUse("access.aivenRoleName", "${var.role}", `access.applicationRoleName of ${NETWORK}`)}`,
    );
  });
});

describe("roleScope, for deployers who own a resource group and not the subscription,", () => {
  const inGroup = PeeringAccess.create({ roleScope: GROUP });
  const outside = (group: string, id: string) =>
    `access.roleScope: "${group}" is not allowed, the virtual network "${id}" is not in that resource group, so the roles could not be ` +
    "assigned there; give the network's group, or leave it out";

  test("is where the roles are defined and can be assigned, and is in their names", () => {
    const stack = synthPeering({ access: inGroup });
    for (const role of pairOf(stack)) {
      expect(role).toMatchObject({ scope: GROUP, assignable_scopes: [GROUP] });
      expect(role.name).toMatch(new RegExp(`\\([0-9a-f]{8} ${GROUP}\\)$`));
    }
    const assigned = stack.resource("azurerm_role_assignment", "access_aiven");
    expect(assigned.scope).toBe(`${GROUP}/providers/Microsoft.Network/virtualNetworks/Hub-VNet`);
  });

  test("leaves the right to list resource providers at the subscription", () => {
    const stack = synthPeering({ access: inGroup });
    expect(stack.resource(ROLE, "resource-providers").scope).toBe(`/subscriptions/${SUBSCRIPTION}`);
  });

  test("goes with names", () => {
    const access = PeeringAccess.create({ ...NAMES, roleScope: GROUP });
    expect(pairOf(synthPeering({ access })).map(({ name, scope }) => [name, scope])).toEqual([
      ["role-peer", GROUP],
      ["role-be-peered", GROUP],
    ]);
  });

  test.each(["Other-RG", "Network", "Network-RG-2"])("is refused where the network is not in it: %s", (name) => {
    const roleScope = `/subscriptions/${SUBSCRIPTION}/resourceGroups/${name}`;
    expectRefusal(
      (stack) => addPeering(stack, { access: PeeringAccess.create({ roleScope }) }),
      `${NETWORK}: ${outside(roleScope, network().id as string)}`,
    );
  });

  test("may be written in another case", () => {
    const roleScope = GROUP.replace("resourceGroups", "resourcegroups").replace("Network-RG", "NETWORK-rg");
    expectAccepted((stack) => addPeering(stack, { access: PeeringAccess.create({ roleScope }) }));
  });

  test("that only Terraform knows is compared by Terraform, before the roles are waited for", () => {
    const stack = synthStack((stack) => {
      addPeering(stack, { access: PeeringAccess.create({ roleScope: variable(stack, "group") }) });
    });
    const id = network().id as string;
    expect(pairOf(stack).map(({ scope }) => scope)).toEqual(["${var.group}", "${var.group}"]);
    expect(preconditionsOf(stack.resource("time_sleep", "access_propagation"))).toEqual([
      {
        condition: '${can(regex("^(?:/subscriptions/[0-9a-fA-F-]{36}/resource[Gg]roups/[^/]+)$", var.group))}',
        error_message: `${NETWORK}: access.roleScope: "${shown("group")}" is not allowed, use the ARM id of a resource group, "/subscriptions/<uuid>/resourceGroups/<name>"`,
      },
      {
        condition: `\${startswith(lower("${id}"), lower("\${var.group}/"))}`,
        error_message: `${NETWORK}: ${outside(shown("group"), id)}`,
      },
    ]);
  });

  test("is compared by Terraform where only it knows the network", () => {
    const stack = synthStack((stack) => {
      addPeering(stack, { access: inGroup, virtualNetwork: network({ name: variable(stack, "name") }) });
    });
    const [{ condition }] = preconditionsOf(stack.resource("time_sleep", "access_propagation"));
    expect(condition).toMatch(/^\$\{startswith\(lower\(.*var\.name.*\), lower\("/);
  });

  test("is shared by the networks of one group, and another pair serves another group", () => {
    const other = GROUP.replace("Network-RG", "Other-RG");
    const stack = synth({ access: inGroup }, (peering) => {
      const lower = PeeringAccess.create({ roleScope: GROUP.toLowerCase() });
      peering.addVirtualNetwork("same", spoke(), { access: lower });
      peering.addVirtualNetwork("other", network({ name: "Third", resourceGroupName: "Other-RG", addressSpaces: [] }), {
        access: PeeringAccess.create({ roleScope: other }),
      });
      peering.addVirtualNetwork("wide", network({ name: "Fourth", addressSpaces: [] }), {
        access: PeeringAccess.create(),
      });
    });
    expect(pairsIn(stack)).toBe(3);
    const rolesOf = (peered: string) =>
      ["application", "aiven"].map((side) => {
        const { role_definition_id: id } = stack.resource("azurerm_role_assignment", `${peered}_access_${side}`);
        const [, name = ""] = /\.([\w-]+)\./.exec(id as string) ?? [];
        return stack.resources(ROLE)[name]?.scope;
      });
    expect(rolesOf("virtual-network")).toEqual([GROUP, GROUP]);
    expect(rolesOf("same")).toEqual([GROUP, GROUP]);
    expect(rolesOf("other")).toEqual([other, other]);
    expect(rolesOf("wide")).toEqual(Array(2).fill(`/subscriptions/${SUBSCRIPTION}`));
    const names = Object.values(stack.resources(ROLE)).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test("of the construct is refused for a further network of another group", () => {
    const third = network({ name: "Third", resourceGroupName: "Other-RG", addressSpaces: [] });
    expect(refusalOf((stack) => addPeering(stack, { access: inGroup }).addVirtualNetwork("third", third))).toBe(
      `stack/peering/third: ${outside(GROUP, third.id as string)}`,
    );
  });
});
