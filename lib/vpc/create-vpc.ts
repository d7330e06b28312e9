import { Annotations, TerraformLocal, type TerraformProvider, Token } from "cdktf";
import { ProjectVpc } from "cdktf-provider-aiven/lib/project-vpc";
import type { Construct } from "constructs";
import { shown } from "../terraform/expressions";
import { refuse } from "../terraform/refuse";
import { protect } from "../terraform/resources";
import { Checks } from "../validation/checks";
import { validateNetworkCidr } from "../validation/network-cidr";
import { CLOUD_NAME, DURATION, PROJECT } from "../validation/rules";
import { AivenCloud, UNKNOWN_CLOUD } from "./aiven-cloud";
import { AivenVpc } from "./aiven-vpc";

export interface NewVpc {
  readonly project?: string;
  readonly networkCidr?: string;
  readonly cloudName?: string;
  /** Azure's location, from which the cloud follows where none is given. */
  readonly location?: string;
  readonly timeout?: string;
  readonly provider?: TerraformProvider;
}

/** Creates the Aiven VPC that is described. */
export function createVpc(scope: Construct, id: string, vpc: NewVpc): AivenVpc {
  const project = required(scope, "project", vpc.project);
  const networkCidr = required(scope, "networkCidr", vpc.networkCidr);
  const checks = new Checks(scope).rule("project", project, PROJECT).rule("vpcTimeout", vpc.timeout, DURATION);
  const cloudName = vpc.cloudName ?? cloudOf(scope, vpc.location, checks);
  if (vpc.cloudName !== undefined) checks.rule("cloudName", cloudName, CLOUD_NAME);
  const warning = validateNetworkCidr("networkCidr", networkCidr, checks);
  if (warning !== undefined) Annotations.of(scope).addWarning(warning);

  return AivenVpc.fromResource(
    protect(
      new ProjectVpc(scope, id, {
        project,
        networkCidr,
        cloudName,
        timeouts: vpc.timeout ? { create: vpc.timeout, delete: vpc.timeout } : undefined,
        lifecycle: checks.preconditions && { precondition: checks.preconditions },
        provider: vpc.provider,
      }),
    ),
  );
}

function required(scope: Construct, property: string, value: string | undefined): string {
  return (
    value ?? refuse(scope, `${property}: missing, give it for a new Aiven VPC, or give vpc for one that exists already`)
  );
}

function cloudOf(scope: Construct, location: string | undefined, checks: Checks): string {
  if (location === undefined) {
    refuse(
      scope,
      'cloudName: missing, and the virtual network\'s location is unknown; give one of them, such as cloudName "azure-japaneast"',
    );
  }
  const cloud = cloudIn(scope, location);
  if (!Token.isUnresolved(cloud)) return cloud;
  const local = protect(new TerraformLocal(scope, "cloud-name", cloud)).asString;
  checks.condition(
    `\${${local} != ${JSON.stringify(UNKNOWN_CLOUD)}}`,
    `location: "${shown(location)}" has no known Aiven cloud; give cloudName`,
  );
  return local;
}

function cloudIn(scope: Construct, location: string): string {
  try {
    return AivenCloud.fromAzureLocation(location);
  } catch (error) {
    return refuse(scope, (error as Error).message);
  }
}
