import { TerraformStack } from "cdktf";
import { type AivenAzurePeeringProps, PeeringApplication, ResourceProviderAccess } from "cdktf-aiven-azure-peering";
import { Construct } from "constructs";
import { addProbe } from "../support/probe";
import {
  addPeering,
  addProviders,
  network,
  SUBSCRIPTION,
  synthApp,
  type Synthesised,
  synthStack,
} from "../support/synth";

/** What Azure and Microsoft Entra show, and what cannot be renamed without being replaced. */
const names = (stack: Synthesised) => ({
  peerings: all(stack, "azurerm_virtual_network_peering", "name"),
  roles: all(stack, "azurerm_role_definition", "name"),
  applications: all(stack, "azuread_application", "display_name"),
  // Of a probe's name, what does not hang on what is probed.
  probes: all(stack, "azurerm_virtual_machine_run_command", "name").map((name) => name.slice(0, 20)),
});
const all = (stack: Synthesised, type: string, key: string) =>
  Object.values(stack.resources(type))
    .map((block) => String(block[key]))
    .sort();

/** A peering of two networks, with a probe, in any scope. */
function build(scope: Construct, over: Partial<AivenAzurePeeringProps> = {}, id = "peering"): void {
  const peering = addPeering(scope, over, id);
  const octet = over.networkCidr === undefined ? 2 : 3;
  peering.addVirtualNetwork("spoke", network({ name: "Spoke", addressSpaces: [`10.${octet}.0.0/16`] }));
  addProbe(scope, { virtualNetwork: peering.virtualNetwork, networkCidr: undefined }, `${id}-probe`);
}

const flat = synthStack((stack) => build(stack));

describe("what nobody gave a name keeps it", () => {
  test("when its construct is wrapped in another, as Terraform's moved allows", () => {
    const wrapped = synthStack((stack) => build(new Construct(stack, "network")));
    const deeper = synthStack((stack) => build(new Construct(new Construct(stack, "platform"), "network")));
    expect(wrapped.addresses).not.toEqual(flat.addresses);
    expect(names(wrapped)).toEqual(names(flat));
    expect(names(deeper)).toEqual(names(flat));
    expect(names(flat)).toMatchObject({
      peerings: [expect.stringMatching(/^aiven-[0-9a-f]{8}$/), expect.stringMatching(/^aiven-[0-9a-f]{8}$/)],
      applications: [expect.stringMatching(/^aiven-azure-peering [0-9a-f]{8}$/)],
      probes: [expect.stringMatching(/^aiven-probe-[0-9a-f]{8}$/)],
    });
    expect(names(flat).roles).toHaveLength(3);
  });

  test("when something else comes beside it, or before it", () => {
    const other = { networkCidr: "10.9.0.0/24", virtualNetwork: network({ name: "Other" }) };
    const after = names(
      synthStack((stack) => {
        build(stack);
        addPeering(stack, other, "second");
      }),
    );
    const before = names(
      synthStack((stack) => {
        addPeering(stack, other, "second");
        build(stack);
      }),
    );
    expect(before).toEqual(after);
    for (const [kind, alone] of Object.entries(names(flat))) {
      expect(after[kind as keyof typeof after]).toEqual(expect.arrayContaining(alone));
    }
  });

  test("when an identity of its own is wrapped", () => {
    const application = (wrap: boolean) =>
      names(
        synthStack(
          (stack) =>
            void new PeeringApplication(wrap ? new Construct(stack, "entra") : stack, "identity", {
              resourceProviderAccess: ResourceProviderAccess.create({ subscriptionIds: [SUBSCRIPTION] }),
            }),
        ),
      );
    expect(application(true)).toEqual(application(false));
  });
});

describe("no two things have one name", () => {
  const distinct = (stack: Synthesised, counts: Record<string, number>) => {
    for (const [kind, found] of Object.entries(names(stack))) {
      expect(`${kind}: ${new Set(found).size} of ${found.length}`).toBe(`${kind}: ${counts[kind]} of ${counts[kind]}`);
    }
  };

  test("when two constructs have the same ids below two wrappers", () => {
    const stack = synthStack((stack) => {
      build(new Construct(stack, "one"));
      build(new Construct(stack, "two"), { networkCidr: "10.9.0.0/24" });
    });
    distinct(stack, { peerings: 4, roles: 6, applications: 2, probes: 2 });
    // The first one keeps what it had while it was alone.
    for (const [kind, alone] of Object.entries(names(flat))) {
      expect(names(stack)[kind as keyof ReturnType<typeof names>]).toEqual(expect.arrayContaining(alone));
    }
  });

  test("when two constructs have other ids", () => {
    const stack = synthStack((stack) => {
      build(stack);
      build(stack, { networkCidr: "10.9.0.0/24" }, "second");
    });
    distinct(stack, { peerings: 4, roles: 6, applications: 2, probes: 2 });
  });

  test("when two stacks hold the same", () => {
    const stacks = Object.values(
      synthApp((app) => {
        const first = new TerraformStack(app, "identity");
        addProviders(first);
        const identity = new PeeringApplication(first, "identity");
        for (const name of ["staging", "production"]) {
          const stack = new TerraformStack(app, name);
          addProviders(stack);
          build(stack, { identity });
        }
      }),
    );
    const shown = stacks.flatMap((stack) => Object.values(names(stack)).flat());
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown.length).toBe(2 * (2 + 2 + 1) + 2);
  });
});
