import { Annotations, TerraformLocal, Token } from "cdktf";
import type { Construct } from "constructs";
import type { AivenAzurePeeringProps } from "../aiven-azure-peering-props";
import { AivenCloud, UNKNOWN_CLOUD } from "./aiven-cloud";
import { AivenVpc } from "./aiven-vpc";
import { ProjectVpc } from "../provider-aiven/project-vpc";
import { Checks } from "../validation/checks";
import { checkNetworkCidr } from "../validation/network-cidr";
import { CLOUD_NAME, DURATION, PROJECT } from "../validation/rules";

/** Creates the Aiven VPC that the properties describe. */
export function createVpc(scope: Construct, id: string, props: AivenAzurePeeringProps): AivenVpc {
  const project = required("project", props.project);
  const networkCidr = required("networkCidr", props.networkCidr);
  const checks = new Checks().rule("project", project, PROJECT).rule("timeouts.vpc", props.timeouts?.vpc, DURATION);
  const cloudName = props.cloudName ?? cloudOf(scope, props.virtualNetwork.location, checks);
  if (props.cloudName !== undefined) checks.rule("cloudName", cloudName, CLOUD_NAME);
  const warning = checkNetworkCidr("networkCidr", networkCidr, checks);
  if (warning !== undefined) Annotations.of(scope).addWarning(warning);

  const timeout = props.timeouts?.vpc;
  return AivenVpc.fromResource(
    new ProjectVpc(scope, id, {
      project,
      networkCidr,
      cloudName,
      timeouts: timeout ? { create: timeout, delete: timeout } : undefined,
      lifecycle: checks.preconditions && { precondition: checks.preconditions },
      provider: props.providers?.aiven,
    }),
  );
}

function required(property: string, value: string | undefined): string {
  if (value === undefined) {
    throw new Error(`${property}: missing, give it for a new Aiven VPC, or give vpc for one that exists already`);
  }
  return value;
}

function cloudOf(scope: Construct, location: string | undefined, checks: Checks): string {
  if (location === undefined) {
    throw new Error(
      'cloudName: missing, and the virtual network\'s location is unknown; give one of them, such as cloudName "azure-japaneast"',
    );
  }
  const cloud = AivenCloud.fromAzureLocation(location);
  if (!Token.isUnresolved(cloud)) return cloud;
  const local = new TerraformLocal(scope, "cloud-name", cloud).asString;
  checks.condition(
    `\${${local} != ${JSON.stringify(UNKNOWN_CLOUD)}}`,
    `location: "${location}" has no known Aiven cloud; give cloudName`,
  );
  return local;
}
