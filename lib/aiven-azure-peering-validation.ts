import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { checkRoles } from "./access/peering-roles";
import type { AivenAzurePeeringProps } from "./aiven-azure-peering-props";
import { PeeringIdentity } from "./identity/peering-identity";
import { checkOptions, LINK_OPTIONS } from "./peering/peered-virtual-network-validation";
import type { PeeredVirtualNetworkOptions } from "./peering/peered-virtual-network-options";
import { requireDefaultProvider } from "./validation/providers";
import { refuseIterated } from "./validation/loops";
import { checkNames, type Known, requireMade } from "./validation/options";
import { checkProviders } from "./validation/providers";
import { refuse } from "./validation/refuse";
import { AivenVpc } from "./vpc/aiven-vpc";

/** https://aiven.io/docs/platform/concepts/vpc-peering */
const MAX_CONNECTIONS = 128;

const KNOWN: Known<AivenAzurePeeringProps> = {
  ...LINK_OPTIONS,
  virtualNetwork: true,
  project: true,
  networkCidr: true,
  cloudName: true,
  vpc: true,
  identity: true,
  roles: true,
  providers: true,
};

/** Validates the properties of a peering, apart from what its parts validate themselves. */
export function checkPeering(scope: IConstruct, props: AivenAzurePeeringProps): void {
  checkNames(scope, "", props, KNOWN);
  checkProviders(scope, props.providers);
  for (const name of ["aiven", "time"] as const) {
    if (props.providers?.[name] === undefined) requireDefaultProvider(scope, name, `providers.${name}`);
  }
  const { project, networkCidr, cloudName } = props;
  refuseIterated(scope, { project, networkCidr, cloudName });
  checkRoles(scope, props.roles);
  checkOptions(scope, props);
  if (props.identity !== undefined) requireIdentity(scope, props.identity);
  if (props.vpc !== undefined) checkExistingVpc(scope, props.vpc, props);
  checkImportedPeering(scope, props);
}

function requireIdentity(scope: IConstruct, identity: unknown): void {
  requireMade(
    scope,
    "identity",
    identity,
    (value) => PeeringIdentity._isPeeringIdentity(value),
    "a PeeringApplication, an ExistingPeeringApplication or a DeployerApplication",
  );
}

function checkExistingVpc(scope: IConstruct, vpc: unknown, props: AivenAzurePeeringProps): void {
  requireMade(
    scope,
    "vpc",
    vpc,
    (value) => AivenVpc._isAivenVpc(value),
    "what AivenVpc.fromResource, fromDataSource or fromId returns",
  );
  const { project, networkCidr, cloudName, timeouts } = props;
  for (const [property, value] of Object.entries({ project, networkCidr, cloudName, "timeouts.vpc": timeouts?.vpc })) {
    if (value !== undefined) {
      refuse(scope, `${property}: "${value}" is not allowed beside vpc, which exists already; give one or the other`);
    }
  }
}

/** Validates what the halves are imported with, apart from what the link validates itself. */
function checkImportedPeering(scope: IConstruct, props: AivenAzurePeeringProps): void {
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
export function checkAddition(
  scope: IConstruct,
  id: string,
  options: PeeredVirtualNetworkOptions,
  connections: number,
): void {
  if (connections >= MAX_CONNECTIONS) {
    refuse(
      scope,
      `addVirtualNetwork: "${id}" is one too many, an Aiven VPC takes ${MAX_CONNECTIONS} peering connections; use a second VPC`,
    );
  }
  if (scope.node.tryFindChild(id) !== undefined) {
    refuse(
      scope,
      `addVirtualNetwork: the id "${id}" is not allowed, it is taken here; give each network an id of its own`,
    );
  }
  checkNames(scope, `addVirtualNetwork("${id}")`, options, LINK_OPTIONS);
  checkOptions(scope, options);
  if (options.timeouts?.vpc !== undefined) {
    refuse(
      scope,
      `timeouts.vpc: "${options.timeouts.vpc}" is not allowed for a further network, the VPC is there already; give it to the construct`,
    );
  }
}
