import { Fn, type TerraformDataSource, type TerraformResource, Token } from "cdktf";
import type { DataAivenProjectVpc } from "cdktf-provider-aiven/lib/data-aiven-project-vpc";
import type { ProjectVpc } from "cdktf-provider-aiven/lib/project-vpc";
import { whole } from "../terraform/expressions";
import { mark } from "../terraform/recognition";
import { refuse } from "../terraform/refuse";
import { requireLiteral } from "../validation/checks";
import { refuseMany } from "../validation/loops";
import { requireOptions } from "../validation/options";
import { AIVEN_VPC_ID, RANGE } from "../validation/rules";

/**
 * What the id of an Aiven VPC does not hold.
 */
export interface AivenVpcOptions {
  /**
   * The VPC's range in CIDR notation; it is compared with the virtual network's.
   *
   * @default - unknown, and overlap is left to Azure
   */
  readonly networkCidr?: string;
}

/**
 * An Aiven VPC that exists already or is created elsewhere in the app: describes one, creates nothing.
 */
export class AivenVpc {
  /**
   * A VPC that this app creates.
   *
   * @param vpc the `aiven_project_vpc`, of whichever bindings
   * @throws if it is another resource, such as an organization's VPC, or made by `forEach` or `count`
   */
  public static fromResource(vpc: TerraformResource): AivenVpc {
    const { id, networkCidrInput } = requireProjectVpc(vpc, "fromResource") as ProjectVpc;
    return new AivenVpc(id, networkCidrInput, vpc);
  }

  /**
   * A VPC that exists already, read by a data source.
   *
   * @param vpc the `aiven_project_vpc` data source, of whichever bindings
   * @throws if it is another data source, or made by `forEach` or `count`
   */
  public static fromDataSource(vpc: TerraformDataSource): AivenVpc {
    const { id, networkCidr } = requireProjectVpc(vpc, "fromDataSource") as DataAivenProjectVpc;
    return new AivenVpc(id, networkCidr, vpc);
  }

  /**
   * A VPC by its id.
   *
   * @param id `<project>/<uuid>`, as Terraform and Aiven's console show it
   * @param options what the id does not hold
   * @throws if a literal id has another form, as a UUID alone and the id of an organization's VPC have
   */
  public static fromId(id: string, options: AivenVpcOptions = {}): AivenVpc {
    requireLiteral(undefined, "vpc.id", id, AIVEN_VPC_ID);
    requireOptions(undefined, "vpc", options, { networkCidr: true });
    return new AivenVpc(id, options.networkCidr);
  }

  private constructor(
    /** The id, `<project>/<uuid>`. */
    public readonly id: string,
    /** The range in CIDR notation, where known. */
    public readonly networkCidr?: string,
    /**
     * The resource or data source that describes it; absent where the id was given.
     *
     * @internal
     */
    public readonly _element?: TerraformResource | TerraformDataSource,
  ) {
    mark(this, "AivenVpc", id);
    if (networkCidr !== undefined) requireLiteral(_element, "vpc.networkCidr", networkCidr, RANGE);
  }

  /** The UUID in the id. */
  public get uuid(): string {
    return Token.isUnresolved(this.id)
      ? Token.asString(Fn.element(Fn.split("/", whole(this.id)), 1))
      : this.id.slice(this.id.indexOf("/") + 1);
  }
}

function requireProjectVpc(
  vpc: TerraformResource | TerraformDataSource | undefined,
  factory: string,
): TerraformResource | TerraformDataSource {
  if (vpc?.terraformResourceType !== "aiven_project_vpc") {
    refuse(
      undefined,
      `vpc: not allowed, give AivenVpc.${factory} an aiven_project_vpc; a VPC of an organization is another kind`,
    );
  }
  refuseMany("vpc", vpc);
  return vpc;
}
