import { Aspects, type IAspect } from "cdktf";
import type { IConstruct } from "constructs";
import { PeeringApplication, type PeeringApplicationProps } from "cdktf-aiven-azure-peering";
import { addPeering, CLIENT, synthStack, virtualNetworkResource } from "../support/synth";

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
    expect(() => synthApplication({ [property]: value })).toThrow(
      new Error(`stack/identity: identity.${property}: ${given} is not allowed, use a list, or leave it out`),
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
