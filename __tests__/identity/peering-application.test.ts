import { Aspects, type IAspect, TerraformVariable } from "cdktf";
import { PeeringApplication, type PeeringApplicationProps } from "cdktf-aiven-azure-peering";
import { type IConstruct } from "constructs";
import { expectRefusal } from "../support/refusal";
import { addPeering, CLIENT, synthPeering, synthStack, virtualNetworkResource } from "../support/synth";

const AIVEN = "aiven-azure-peering-aiven-service-principal";
const plain = synthPeering();

describe("identity", () => {
  test("the application is multi-tenant, so that Aiven can let it into its own tenant", () => {
    expect(plain.resource("azuread_application").sign_in_audience).toBe("AzureADMultipleOrgs");
  });

  test("the application and Aiven each have a service principal in the customer's tenant", () => {
    expect(plain.resource("azuread_service_principal", "identity_service-principal").client_id).toBe(
      `\${${plain.address("azuread_application")}.client_id}`,
    );
    expect(plain.resource("azuread_service_principal", AIVEN).client_id).toBe("55f300d4-fc50-4c5e-9222-e90a6e2187fb");
  });

  test("Aiven's shared service principal is never adopted, so that destroy cannot take it from other peerings", () => {
    expect(plain.resource("azuread_service_principal", AIVEN)).not.toHaveProperty("use_existing");
  });

  test("the secret belongs to the application", () => {
    expect(plain.resource("azuread_application_password").application_id).toBe(
      `\${${plain.address("azuread_application")}.id}`,
    );
  });
});

describe("an application of its own", () => {
  test("has a name that is unique in the app, or a given one", () => {
    expect(synthApplication({}).resource("azuread_application").display_name).toMatch(
      /^aiven-azure-peering [0-9a-f]{8}$/,
    );
    expect(synthApplication({ displayName: "Peering" }).resource("azuread_application").display_name).toBe("Peering");
  });

  test("waits 100 seconds until it can be used by a later stack", () => {
    const stack = synthApplication({});
    expect(stack.resource("time_sleep", "identity_propagation")).toMatchObject({
      create_duration: "100s",
      triggers: {
        client_id: `\${${stack.address("azuread_application")}.client_id}`,
        key_id: `\${${stack.address("azuread_application_password")}.key_id}`,
      },
      depends_on: [stack.address("azuread_application_password")],
    });
  });

  test("waits as long as is said, or not at all", () => {
    expect(synthApplication({ propagation: "5m" }).resource("time_sleep", "identity_").create_duration).toBe("5m");
    expect(Object.keys(synthApplication({ propagation: "0s" }).resources("time_sleep")).join()).not.toContain(
      "identity",
    );
  });
});

const synthApplication = (props: PeeringApplicationProps) =>
  synthStack((stack) => {
    new PeeringApplication(stack, "identity", props);
  });

const DEMANDS = {
  owners: [CLIENT],
  notes: "peers with Aiven",
  serviceManagementReference: "CMDB-4711",
  tags: ["network", "owner:platform"],
};

describe("what a directory demands of an application", () => {
  test("is handed on", () => {
    expect(synthApplication(DEMANDS).resource("azuread_application")).toMatchObject({
      owners: DEMANDS.owners,
      notes: DEMANDS.notes,
      service_management_reference: DEMANDS.serviceManagementReference,
      tags: DEMANDS.tags,
    });
  });

  test("of owners, to its service principal too", () => {
    expect(
      synthApplication(DEMANDS).resource("azuread_service_principal", "identity_service-principal").owners,
    ).toEqual(DEMANDS.owners);
  });

  test("is left out unless it is given", () => {
    const names = Object.keys(synthApplication({}).resource("azuread_application"));
    for (const name of ["owners", "notes", "service_management_reference", "tags"]) expect(names).not.toContain(name);
  });

  test.each([
    ["owners", [], "an empty list"],
    ["tags", [], "an empty list"],
    ["tags", { team: "platform" }, "an object"],
  ])("%s is a list: %j is refused", (property, value, given) => {
    expectRefusal(
      () => synthApplication({ [property]: value }),
      `stack/identity: identity.${property}: ${given} is not allowed, use a list, or leave it out`,
    );
  });
});

/** As CDKTF's documentation has it. */
class AddTags implements IAspect {
  public constructor(private readonly added: Record<string, string>) {}

  public visit(node: IConstruct): void {
    if (!isTaggable(node)) return;
    node.tags = { ...this.added, ...node.tagsInput };
  }
}

type Taggable = IConstruct & { tags?: Record<string, string>; tagsInput?: Record<string, string> };

const isTaggable = (node: IConstruct): node is Taggable => "tags" in node && "tagsInput" in node;

describe("an Aspect that gives every resource a map of tags", () => {
  test.each([
    ["none", undefined],
    ["some", ["network"]],
  ])("leaves the application's own, %s, as they are, and tags Azure's resources", (_, tags) => {
    const stack = synthStack((stack) => {
      virtualNetworkResource(stack);
      addPeering(stack, { identity: new PeeringApplication(stack, "identity", { tags }) });
      Aspects.of(stack).add(new AddTags({ team: "platform" }));
    });
    expect(stack.resource("azurerm_virtual_network").tags).toEqual({ team: "platform" });
    expect(stack.resource("azuread_application").tags).toEqual(tags);
    expect(Object.values(stack.resources("azuread_service_principal")).map((each) => each.tags)).toEqual([
      undefined,
      undefined,
    ]);
  });

  test("may set a list", () => {
    const stack = synthStack((stack) => {
      new PeeringApplication(stack, "identity");
      Aspects.of(stack).add({
        visit: (node) => {
          if (isTaggable(node)) Object.assign(node, { tags: ["by an aspect"] });
        },
      });
    });
    expect(stack.resource("azuread_application").tags).toEqual(["by an aspect"]);
  });
});

test.each(["0s", "0.0s", "0ms", "0h"])(
  "a wait of %s is none: the application makes no resource to wait with",
  (wait) => {
    const stack = synthStack((stack) => void new PeeringApplication(stack, "identity", { propagation: wait }));
    expect(stack.resources("time_sleep")).toEqual({});
  },
);

test("the shortest wait is one", () => {
  const stack = synthStack((stack) => void new PeeringApplication(stack, "identity", { propagation: "0.1ms" }));
  expect(stack.resource("time_sleep").create_duration).toBe("0.1ms");
});

test("a wait that only Terraform knows is waited for", () => {
  const stack = synthStack((stack) => {
    const wait = new TerraformVariable(stack, "wait", { type: "string" }).stringValue;
    new PeeringApplication(stack, "identity", { propagation: wait });
  });
  expect(stack.resource("time_sleep").create_duration).toBe("${var.wait}");
});
