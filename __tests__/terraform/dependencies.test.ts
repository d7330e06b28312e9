import { DataAzurermClientConfig } from "@cdktf/provider-azurerm/lib/data-azurerm-client-config";
import { Sleep } from "@cdktf/provider-time/lib/sleep";
import { App, type ITerraformDependable, TerraformHclModule, type TerraformResource, type TerraformStack } from "cdktf";
import {
  DeployerApplication,
  ExistingCredential,
  ExistingPeeringApplication,
  type IPeeredVirtualNetwork,
  PeeringApplication,
} from "cdktf-aiven-azure-peering";
import { Construct, DependencyGroup, type IConstruct } from "constructs";
import { addProbe } from "../support/probe";
import { addPeering, type Block, CLIENT, spoke, type Synthesised, synthStack, synthStacks } from "../support/synth";

const sleep = (scope: Construct, id = "later", over = {}) => new Sleep(scope, id, { createDuration: "1s", ...over });
const probe = (scope: Construct, virtualNetwork: IPeeredVirtualNetwork) => addProbe(scope, { virtualNetwork });
const hub = (scope: Construct, connected?: boolean) => {
  const peering = addPeering(scope, { connected });
  peering.addVirtualNetwork("spoke", spoke());
  return peering;
};

/** What a resource waits for, without the suffixes of the names. */
const waitsOf = ({ depends_on: addresses }: Block): string[] =>
  ((addresses ?? []) as string[]).map((address) => address.replace(/_[0-9A-F]{8}$/, ""));
const waits = (build: (stack: TerraformStack) => void) =>
  waitsOf(synthStack(build).resources("time_sleep").later ?? {});

/** Each resource of a stack that waits for `address`. */
const waiting = (stack: Synthesised, address: string): string[] =>
  Object.entries(stack.json.resource ?? {}).flatMap(([type, blocks]) =>
    Object.entries(blocks)
      .filter(([, block]) => ((block.depends_on ?? []) as string[]).includes(address))
      .map(([name]) => `${type}.${name}`),
  );

const HUB = "azurerm_virtual_network_peering.peering_virtual-network_azure-peering";
const SPOKE = "azurerm_virtual_network_peering.peering_spoke_azure-peering";
const DISCONNECTED = "time_sleep.peering_virtual-network_access_propagation";
const PROBE = "azurerm_virtual_machine_run_command.probe_run-command";
const PRINCIPAL = "data.azuread_service_principal.identity_service-principal";

describe("dependsOn", () => {
  test.each<[string, (stack: TerraformStack, connected: boolean) => ITerraformDependable, string, string]>([
    ["a peering", (stack, connected) => hub(stack, connected), HUB, DISCONNECTED],
    ["its network", (stack, connected) => hub(stack, connected).virtualNetwork, HUB, DISCONNECTED],
    [
      "a further network",
      (stack, connected) => addPeering(stack).addVirtualNetwork("spoke", spoke(), { connected }),
      SPOKE,
      "time_sleep.peering_spoke_access_propagation",
    ],
    ["a probe", (stack, connected) => probe(stack, hub(stack, connected).virtualNetwork), PROBE, DISCONNECTED],
  ])("of %s waits for its end, and while it is not connected for what is there", (_, on, connected, disconnected) => {
    const dependent = (isConnected: boolean) =>
      waits((stack) => sleep(stack, "later", { dependsOn: [on(stack, isConnected)] }));
    expect(dependent(true)).toEqual([connected]);
    expect(dependent(false)).toEqual([disconnected]);
  });

  test("of all networks of a peering waits for each", () => {
    expect(waits((stack) => sleep(stack, "later", { dependsOn: hub(stack).virtualNetworks }))).toEqual([HUB, SPOKE]);
  });
});

describe("node.addDependency on", () => {
  const dependent = (on: (stack: TerraformStack) => IConstruct) =>
    waits((stack) => sleep(stack).node.addDependency(on(stack)));

  test("a peering waits for all its networks", () => {
    expect(dependent((stack) => hub(stack))).toEqual([HUB, SPOKE]);
  });

  test("a network waits for it alone, and while it is not connected for its access", () => {
    expect(dependent((stack) => hub(stack).virtualNetwork)).toEqual([HUB]);
    expect(dependent((stack) => hub(stack, false).virtualNetwork)).toEqual([DISCONNECTED]);
  });

  test("a probe waits for its command, and for the network where there is none", () => {
    expect(dependent((stack) => probe(stack, hub(stack).virtualNetwork))).toEqual([PROBE]);
    expect(dependent((stack) => probe(stack, hub(stack, false).virtualNetwork))).toEqual([DISCONNECTED]);
  });

  test("an application waits for all that it is made of", () => {
    const stack = synthStack((stack) => {
      const identity = new PeeringApplication(stack, "identity");
      addPeering(stack, { identity });
      sleep(stack).node.addDependency(identity);
    });
    const own = stack.addresses.filter((address) => /\.identity_/.test(address));
    expect(own.length).toBeGreaterThan(5);
    expect([...(stack.resources("time_sleep").later.depends_on as string[])].sort()).toEqual(own);
  });

  test("an application that exists waits for where it is looked up", () => {
    const credential = ExistingCredential.federated();
    const known = (stack: TerraformStack) =>
      new ExistingPeeringApplication(stack, "identity", { clientId: CLIENT, credential });
    expect(dependent(known)).toEqual([PRINCIPAL]);
  });

  test("what is made of nothing waits for nothing", () => {
    expect(dependent((stack) => new DeployerApplication(stack, "identity"))).toEqual([]);
  });

  test("a construct that contains a peering waits for the peering's networks too", () => {
    const on = (stack: TerraformStack) => {
      const platform = new Construct(stack, "platform");
      hub(platform);
      sleep(platform, "own");
      return platform;
    };
    const expected = [HUB, SPOKE].map((address) => address.replace(".peering_", ".platform_peering_"));
    expect(dependent(on)).toEqual(expect.arrayContaining([...expected, "time_sleep.platform_own"]));
  });

  test("a group waits for each construct of this package in it", () => {
    const build = (stack: TerraformStack) => {
      const { virtualNetwork, virtualNetworks } = hub(stack);
      sleep(stack).node.addDependency(new DependencyGroup(virtualNetwork, virtualNetworks[1]));
    };
    expect(waits(build)).toEqual([HUB, SPOKE]);
  });

  test("several names each once, whoever else names it", () => {
    const build = (stack: TerraformStack) => {
      const peering = hub(stack);
      const platform = new Construct(stack, "platform");
      platform.node.addDependency(peering);
      const later = sleep(platform, "later", { dependsOn: [peering] });
      later.node.addDependency(peering, peering.virtualNetwork);
    };
    expect(waitsOf(synthStack(build).resource("time_sleep", "platform_later"))).toEqual([HUB, SPOKE]);
  });
});

describe("node.addDependency of", () => {
  const earlier = (build: (stack: TerraformStack) => IConstruct): [Synthesised, string[]] => {
    const stack = synthStack((stack) => build(stack).node.addDependency(sleep(stack, "earlier")));
    return [stack, waiting(stack, "time_sleep.earlier")];
  };
  const resourcesOf = (stack: Synthesised, part: string) =>
    stack.addresses.filter((address) => address.includes(`.${part}`) && !address.startsWith("data."));

  test("a peering has every resource of it wait", () => {
    const [stack, found] = earlier((stack) => hub(stack));
    expect(found.sort()).toEqual(resourcesOf(stack, "peering_"));
    expect(found.length).toBeGreaterThan(15);
  });

  test("a network has it wait, and not the others", () => {
    const [stack, found] = earlier((stack) => hub(stack).virtualNetwork);
    expect(found.sort()).toEqual(resourcesOf(stack, "peering_virtual-network_"));
  });

  test("an application has all that it is made of wait, also what follows from use", () => {
    const [stack, found] = earlier((stack) => {
      const identity = new PeeringApplication(stack, "identity");
      addPeering(stack, { identity });
      return identity;
    });
    expect(found.sort()).toEqual(resourcesOf(stack, "identity_"));
    expect(found.join()).toContain("resource-providers");
  });

  test("a probe has its command wait", () => {
    const [stack, found] = earlier((stack) => probe(stack, hub(stack).virtualNetwork));
    expect(found).toEqual([stack.address("azurerm_virtual_machine_run_command")]);
  });

  test("a construct that contains a peering has the peering wait", () => {
    const [stack, found] = earlier((stack) => {
      const platform = new Construct(stack, "platform");
      hub(platform);
      return platform;
    });
    expect(found.sort()).toEqual(resourcesOf(stack, "platform_peering_"));
  });

  test("a peering has it wait for each of a group", () => {
    const stack = synthStack((stack) => {
      hub(stack).node.addDependency(new DependencyGroup(sleep(stack, "one"), sleep(stack, "two")));
    });
    const wait = waitsOf(stack.resource("aiven_azure_vpc_peering_connection", "spoke"));
    expect(wait).toEqual(["time_sleep.one", "time_sleep.two"]);
  });

  test("one of its own resources adds to what that waits for", () => {
    const stack = synthStack((stack) => {
      (hub(stack).virtualNetwork.connection as TerraformResource).node.addDependency(sleep(stack, "earlier"));
    });
    expect(waiting(stack, "time_sleep.earlier")).toEqual([
      stack.address("aiven_azure_vpc_peering_connection", "virtual-network"),
    ]);
  });

  test("anything leaves data sources alone, which Terraform would read in the apply only", () => {
    const credential = ExistingCredential.federated();
    const [stack] = earlier(
      (stack) => new ExistingPeeringApplication(stack, "identity", { clientId: CLIENT, credential }),
    );
    const data = Object.values(stack.json.data ?? {}).flatMap((blocks) => Object.values(blocks));
    expect(data.length).toBeGreaterThan(0);
    for (const block of data) expect(block).not.toHaveProperty("depends_on");
  });

  test("one peering has it wait for another, all for all", () => {
    const stack = synthStack((stack) => {
      const first = hub(stack);
      addPeering(stack, { networkCidr: "10.9.0.0/24" }, "second").node.addDependency(first);
    });
    const [one, two] = ["peering_virtual-network", "peering_spoke"].map((part) =>
      stack.address("azurerm_virtual_network_peering", part),
    );
    expect(waiting(stack, one).sort()).toEqual(resourcesOf(stack, "second_"));
    expect(waiting(stack, two).sort()).toEqual(resourcesOf(stack, "second_"));
  });
});

describe("a module", () => {
  const build = (stack: TerraformStack) => new TerraformHclModule(stack, "theirs", { source: "example/module/any" });
  const moduleOf = (stack: Synthesised) => stack.json.module.theirs as unknown as Block;

  test("waits for a peering", () => {
    const stack = synthStack((stack) => build(stack).node.addDependency(hub(stack)));
    expect(waitsOf(moduleOf(stack))).toEqual([HUB, SPOKE]);
  });

  test("is waited for by a peering", () => {
    const stack = synthStack((stack) => hub(stack).node.addDependency(build(stack)));
    expect(waiting(stack, "module.theirs")).toContain(stack.address("aiven_project_vpc"));
    expect(moduleOf(stack)).not.toHaveProperty("depends_on");
  });
});

describe("a data source", () => {
  test("is waited for", () => {
    const stack = synthStack((stack) => {
      hub(stack).node.addDependency(new DataAzurermClientConfig(stack, "theirs"));
    });
    expect(waiting(stack, "data.azurerm_client_config.theirs")).toContain(stack.address("aiven_project_vpc"));
  });
});

describe("another stack", () => {
  test.each<[string, (of: TerraformStack) => [dependent: IConstruct, then: (on: TerraformStack) => IConstruct]]>([
    ["a resource waits for a peering", (of) => [sleep(of), (on) => hub(on)]],
    ["a peering waits for a resource", (of) => [hub(of), (on) => sleep(on)]],
    ["a resource waits for a network", (of) => [sleep(of), (on) => hub(on).virtualNetwork]],
    [
      "a resource waits for what contains a peering",
      (of) => [sleep(of), (on) => hub(new Construct(on, "in")).node.scope as Construct],
    ],
    ["an application waits for a resource", (of) => [new PeeringApplication(of, "identity"), (on) => sleep(on)]],
  ])("comes first where %s of it", (_, build) => {
    let dependenciesOf: (name: "earlier" | "later") => string[] = () => [];
    const { later } = synthStacks(["later", "earlier"], (stacks) => {
      const [dependent, on] = build(stacks.later);
      dependent.node.addDependency(on(stacks.earlier));
      dependenciesOf = (name) => App.of(stacks[name]).manifest.forStack(stacks[name]).dependencies;
    });
    expect([dependenciesOf("later"), dependenciesOf("earlier")]).toEqual([["earlier"], []]);
    expect(JSON.stringify(later.json)).not.toContain("terraform_remote_state");
  });
});

test("what depends on nothing of this package is as cdktf has it", () => {
  const stack = synthStack((stack) => {
    addPeering(stack);
    sleep(stack).node.addDependency(sleep(stack, "earlier"));
  });
  expect(stack.resources("time_sleep").later).not.toHaveProperty("depends_on");
});
