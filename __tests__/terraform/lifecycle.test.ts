import { Aspects, TerraformResource } from "cdktf";
import { AzurePeeringProvider } from "cdktf-aiven-azure-peering";
import { addPeering, synthStack } from "../support/synth";

type Lifecycle = Record<string, unknown>;

const lifecycles = (assigned: Lifecycle | undefined, azurePeeringProvider?: AzurePeeringProvider) => {
  const stack = synthStack((scope) => {
    addPeering(scope, { azurePeeringProvider });
    if (assigned === undefined) return;
    Aspects.of(scope).add({
      visit: (node) => {
        if (TerraformResource.isTerraformResource(node)) node.lifecycle = assigned;
      },
    });
  });
  return Object.entries(stack.json.resource ?? {}).flatMap(([type, all]) =>
    Object.entries(all).map(([name, block]) => [`${type}.${name}`, (block.lifecycle ?? {}) as Lifecycle] as const),
  );
};

describe.each([AzurePeeringProvider.AZURERM, AzurePeeringProvider.AZAPI])(
  "a lifecycle of an Aspect, through %s,",
  (provider) => {
    const before = new Map(lifecycles(undefined, provider));

    test.each<[string, Lifecycle, Lifecycle]>([
      ["prevent_destroy", { preventDestroy: true }, { prevent_destroy: true }],
      ["create_before_destroy", { createBeforeDestroy: true }, { create_before_destroy: true }],
    ])("is added to the construct's own: %s", (_, assigned, written) => {
      const after = lifecycles(assigned, provider);
      expect(after.length).toBe(before.size);
      for (const [address, lifecycle] of after) expect(lifecycle).toEqual({ ...before.get(address), ...written });
    });

    test("is added to the construct's own: ignore_changes", () => {
      for (const [address, lifecycle] of lifecycles({ ignoreChanges: ["tags"] }, provider)) {
        const { ignore_changes: ours = [], ...rest } = before.get(address) ?? {};
        expect(lifecycle).toEqual({ ...rest, ignore_changes: [...(ours as string[]), "tags"] });
      }
    });

    test("is added to the construct's own: ignore_changes of all", () => {
      for (const [address, lifecycle] of lifecycles({ ignoreChanges: "all" }, provider)) {
        expect(lifecycle).toEqual({ ...before.get(address), ignore_changes: "all" });
      }
    });

    test("is not written twice where it is made of what was there", () => {
      const stack = synthStack((scope) => {
        addPeering(scope, { azurePeeringProvider: provider });
        Aspects.of(scope).add({
          visit: (node) => {
            if (TerraformResource.isTerraformResource(node))
              node.lifecycle = { ...node.lifecycle, preventDestroy: true };
          },
        });
      });
      const [wait] = Object.entries(stack.resources("time_sleep")).filter(([name]) =>
        name.includes("service-principal"),
      );
      expect(wait?.[1].lifecycle).toEqual({ ...before.get(`time_sleep.${wait?.[0]}`), prevent_destroy: true });
    });
  },
);
