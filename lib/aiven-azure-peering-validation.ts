import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import type { AivenAzurePeeringProps } from "./aiven-azure-peering-props";
import { A_VIRTUAL_NETWORK } from "./network/resolved-network";
import type { PeeredVirtualNetworkOptions } from "./peering/peered-virtual-network-options";
import { PEERED_VIRTUAL_NETWORK_OPTIONS, validateOptions } from "./peering/peered-virtual-network-validation";
import { requireId } from "./terraform/construct";
import { given } from "./terraform/given";
import { requireInstance } from "./terraform/recognition";
import { refuse } from "./terraform/refuse";
import { refuseIterated } from "./validation/loops";
import { type Known, requireOptions } from "./validation/options";
import { requireDefaultProvider, validateProviders } from "./validation/providers";

/** https://aiven.io/docs/platform/concepts/vpc-peering */
const MAX_CONNECTIONS = 128;

const KNOWN: Known<AivenAzurePeeringProps> = {
  ...PEERED_VIRTUAL_NETWORK_OPTIONS,
  virtualNetwork: A_VIRTUAL_NETWORK,
  project: true,
  networkCidr: true,
  cloudName: true,
  vpc: true,
  identity: true,
  vpcTimeout: true,
  providers: true,
};

/** Validates the properties of a peering, apart from what its parts validate themselves. */
export function validatePeering(scope: IConstruct, props: AivenAzurePeeringProps): void {
  requireOptions(scope, "", props, KNOWN);
  validateProviders(scope, props.providers);
  for (const name of ["aiven", "time"] as const) {
    if (props.providers?.[name] === undefined) requireDefaultProvider(scope, name, `providers.${name}`);
  }
  const { project, networkCidr, cloudName } = props;
  refuseIterated(scope, { project, networkCidr, cloudName });
  validateOptions(scope, props);
  if (props.identity !== undefined) requireIdentity(scope, props.identity);
  if (props.vpc !== undefined) validateExistingVpc(scope, props.vpc, props);
  validateImportedPeering(scope, props);
}

function requireIdentity(scope: IConstruct, identity: unknown): void {
  requireInstance(
    scope,
    "identity",
    identity,
    "PeeringIdentity",
    "a PeeringApplication, an ExistingPeeringApplication or a DeployerApplication",
  );
}

function validateExistingVpc(scope: IConstruct, vpc: unknown, props: AivenAzurePeeringProps): void {
  requireInstance(scope, "vpc", vpc, "AivenVpc", "what AivenVpc.fromResource, fromDataSource or fromId returns");
  const { project, networkCidr, cloudName, vpcTimeout } = props;
  for (const [property, value] of Object.entries({ project, networkCidr, cloudName, vpcTimeout })) {
    if (value !== undefined) {
      refuse(
        scope,
        `${property}: ${given(value)} is not allowed beside vpc, which exists already; give one or the other`,
      );
    }
  }
}

/** Validates an import, apart from what each peered network validates itself. */
function validateImportedPeering(scope: IConstruct, props: AivenAzurePeeringProps): void {
  if (props.importExisting !== true) return;
  if (props.vpc === undefined) {
    refuse(scope, "vpc: missing, a new one has no peering that importExisting could import; give the VPC that has it");
  }
  const { identity } = props;
  // An earlier stack has created Aiven's principal by now.
  if (identity === undefined || TerraformStack.of(identity) !== TerraformStack.of(scope)) return;
  if (identity._aiven.isLookedUp || !identity._knownAtFirstPlan(scope)) return;
  refuse(
    scope,
    'identity.aivenServicePrincipal: "create" is not allowed with importExisting, as a tenant has one principal of Aiven\'s, and without it there ' +
      'would be no peering; give AivenServicePrincipalSource.EXISTING ("existing")',
  );
}

/** Validates what a further network is added with. */
export function validateAddition(
  scope: IConstruct,
  id: string,
  options: PeeredVirtualNetworkOptions,
  connections: number,
): void {
  requireId(scope, "addVirtualNetwork: the id", id);
  if (connections >= MAX_CONNECTIONS) {
    refuse(
      scope,
      `addVirtualNetwork: ${given(id)} exceeds the limit of ${MAX_CONNECTIONS} peering connections of an Aiven VPC; use a second VPC`,
    );
  }
  if (scope.node.tryFindChild(id) !== undefined) {
    refuse(
      scope,
      `addVirtualNetwork: the id ${given(id)} is not allowed, it is used here already; give each network an id of its own`,
    );
  }
  requireOptions(scope, `addVirtualNetwork(${given(id)})`, options, PEERED_VIRTUAL_NETWORK_OPTIONS);
  validateOptions(scope, options);
}
