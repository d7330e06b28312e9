import { TerraformResource } from "cdktf";
import type { ProjectVpc } from "cdktf-provider-aiven/lib/project-vpc";
import type { Construct } from "constructs";
import { operand, shown } from "../terraform/expressions";
import { placed } from "../terraform/refuse";
import { addPreconditions, addressOf, protect } from "../terraform/resources";

/**
 * Refuses a plan that replaces a VPC to which a network is connected: the apply would first delete the connection, which cuts off every
 * service in the VPC, and then fail, as Aiven deletes no VPC with services in it (`409 VpcDelete`).
 *
 * A `terraform_data` keeps what the VPC was made of when the first network was connected. It exists as long as a network is connected.
 *
 * @param scope the construct that the messages name
 */
export function refuseReplacement(scope: Construct, vpc: ProjectVpc): void {
  const values = {
    networkCidr: ["network_cidr", vpc.networkCidrInput],
    cloudName: ["cloud_name", vpc.cloudNameInput],
    project: ["project", vpc.projectInput],
  } as const;
  const input = Object.fromEntries(Object.values(values).map(([attribute, value]) => [attribute, value ?? ""]));
  const connected = protect(new TerraformData(scope, "connected-vpc", input));
  addPreconditions(
    vpc,
    Object.entries(values).map(([property, [attribute, value]]) => {
      const kept = `${addressOf(connected)}.input.${attribute}`;
      return {
        condition: `\${${kept} == ${operand(value ?? "")}}`,
        errorMessage: placed(
          scope,
          `${property}: "${shown(value ?? "")}" is not allowed while networks are connected to the Aiven VPC of "\${${kept}}": the VPC would be ` +
            "replaced, and all services in it cut off. With services in it, create a second AivenAzurePeering, move the services there, set " +
            "connected of this one to false and apply, then remove it. Without, set connected to false and apply, then change it, set connected " +
            "to true and apply",
        ),
      };
    }),
  );
}

/** A `terraform_data` that keeps its first input; cdktf's own class asks for the Terraform binary at synth. */
class TerraformData extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    private readonly input: Readonly<Record<string, string>>,
  ) {
    super(scope, id, { terraformResourceType: "terraform_data", lifecycle: { ignoreChanges: ["input"] } });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { input: this.input };
  }
}
