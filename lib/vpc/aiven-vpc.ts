import { Fn, Token } from "cdktf";
import type { DataAivenProjectVpc } from "cdktf-provider-aiven/lib/data-aiven-project-vpc";
import type { ProjectVpc } from "cdktf-provider-aiven/lib/project-vpc";
import { requireLiteral } from "../validation/checks";
import { checkNames } from "../validation/options";
import { refuseMany } from "../validation/loops";
import { refuse } from "../validation/refuse";
import { AIVEN_VPC_ID } from "../validation/rules";

/**
 * What the id of an Aiven VPC does not say.
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
   * @param vpc the `aiven_project_vpc`
   * @throws if it is another resource, such as an organization's VPC, or made by `forEach` or `count`
   */
  public static fromResource(vpc: ProjectVpc): AivenVpc {
    requireProjectVpc(vpc, "fromResource");
    return new AivenVpc(vpc.id, vpc.networkCidrInput);
  }

  /**
   * A VPC that exists already, read by a data source.
   *
   * @param vpc the `aiven_project_vpc` data source
   * @throws if it is another data source, or made by `forEach` or `count`
   */
  public static fromDataSource(vpc: DataAivenProjectVpc): AivenVpc {
    requireProjectVpc(vpc, "fromDataSource");
    return new AivenVpc(vpc.id, vpc.networkCidr);
  }

  /**
   * A VPC by its id.
   *
   * @param id `<project>/<uuid>`, as Terraform and Aiven's console show it
   * @param options what the id does not say
   * @throws if a literal id has another form, as a UUID alone and the id of an organization's VPC have
   */
  public static fromId(id: string, options: AivenVpcOptions = {}): AivenVpc {
    requireLiteral(undefined, "vpc.id", id, AIVEN_VPC_ID);
    checkNames(undefined, "vpc", options, { networkCidr: true });
    return new AivenVpc(id, options.networkCidr, true);
  }

  /** @internal */
  public static _isAivenVpc(value: unknown): value is AivenVpc {
    return value instanceof AivenVpc;
  }

  private constructor(
    /** The id, `<project>/<uuid>`. */
    public readonly id: string,
    /** The range in CIDR notation, where known. */
    public readonly networkCidr?: string,
    /**
     * Whether the id was written by somebody, and not by a resource that surely is a project VPC.
     *
     * @internal
     */
    public readonly _isGiven = false,
  ) {}

  /** The UUID in the id. */
  public get uuid(): string {
    return Token.isUnresolved(this.id)
      ? Token.asString(Fn.element(Fn.split("/", this.id), 1))
      : this.id.slice(this.id.indexOf("/") + 1);
  }
}

function requireProjectVpc(vpc: ProjectVpc | DataAivenProjectVpc, factory: string): void {
  if ((vpc as typeof vpc | undefined)?.terraformResourceType !== "aiven_project_vpc") {
    refuse(
      undefined,
      `vpc: not allowed, give AivenVpc.${factory} an aiven_project_vpc; a VPC of an organization is another kind`,
    );
  }
  refuseMany("vpc", vpc);
}
