import type { TerraformStack } from "cdktf";
import { AivenVpc, PeeringAccess } from "cdktf-aiven-azure-peering";
import { addPeering, network, type Synthesised, synthStack } from "../support/synth";

const preconditions = (stack: Synthesised) =>
  (stack.resource("aiven_project_vpc").lifecycle as { precondition?: { condition: string; error_message: string }[] })
    ?.precondition ?? [];

const connectedVpc = (stack: Synthesised) => Object.values(stack.resources("terraform_data"));

test("a plan that would replace a VPC with a connected network is refused, and both ways on are named", () => {
  const stack = synthStack((scope) => void addPeering(scope));
  expect(connectedVpc(stack)).toMatchObject([
    {
      input: { network_cidr: "10.0.0.0/24", cloud_name: "azure-japaneast", project: "my-project" },
      lifecycle: { ignore_changes: ["input"] },
    },
  ]);
  const data = stack.address("terraform_data");
  expect(preconditions(stack).map(({ condition }) => condition)).toEqual([
    `\${${data}.input.network_cidr == "10.0.0.0/24"}`,
    `\${${data}.input.cloud_name == "azure-japaneast"}`,
    `\${${data}.input.project == "my-project"}`,
  ]);
  expect(preconditions(stack)[0]?.error_message).toBe(
    `stack/peering: networkCidr: "10.0.0.0/24" is not allowed while networks are connected to the Aiven VPC of "\${${data}.input.network_cidr}": ` +
      "the VPC would be replaced, and all services in it cut off. With services in it, create a second AivenAzurePeering, move the services " +
      "there, set connected of this one to false and apply, then remove it. Without, set connected to false and apply, then change it, set " +
      "connected to true and apply",
  );
});

const further = (scope: TerraformStack, connected: boolean, first: boolean) =>
  addPeering(scope, { connected: first }).addVirtualNetwork(
    "spoke",
    network({ name: "spoke", addressSpaces: ["10.2.0.0/16"] }),
    { connected },
  );

test.each([
  ["no network", false, false, 0],
  ["the first network alone", false, true, 1],
  ["a further network alone", true, false, 1],
  ["both", true, true, 1],
])("it is kept while one is connected: %s", (_, connected, first, count) => {
  const stack = synthStack((scope) => void further(scope, connected, first));
  expect(connectedVpc(stack)).toHaveLength(count);
  expect(preconditions(stack)).toHaveLength(3 * count);
});

test("a VPC that exists already is none of this stack's to replace", () => {
  const stack = synthStack((scope) => {
    const vpc = AivenVpc.fromId("my-project/11111111-1111-4111-8111-111111111111");
    addPeering(scope, { vpc, project: undefined, networkCidr: undefined, access: PeeringAccess.existing() });
  });
  expect(connectedVpc(stack)).toEqual([]);
});
