import { Fn, Token } from "cdktf";
import { requireLiteral } from "../validation/checks";
import { AIVEN_VPC_ID } from "../validation/rules";
import type { DataAivenProjectVpc } from "../provider-aiven/data-aiven-project-vpc";
import type { ProjectVpc } from "../provider-aiven/project-vpc";

/**
 * What an id does not tell of an Aiven VPC.
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
   */
  public static fromResource(vpc: ProjectVpc): AivenVpc {
    return new AivenVpc(vpc.id, vpc.networkCidrInput);
  }

  /**
   * A VPC that exists already, read by a data source.
   *
   * @param vpc the `aiven_project_vpc` data source
   */
  public static fromDataSource(vpc: DataAivenProjectVpc): AivenVpc {
    return new AivenVpc(vpc.id, vpc.networkCidr);
  }

  /**
   * A VPC by its id.
   *
   * @param id `<project>/<uuid>`, as Terraform and Aiven's console show it
   * @param options what the id does not tell
   * @throws if a literal id has another form
   */
  public static fromId(id: string, options: AivenVpcOptions = {}): AivenVpc {
    requireLiteral("vpc.id", id, AIVEN_VPC_ID);
    return new AivenVpc(id, options.networkCidr);
  }

  private constructor(
    /** The id, `<project>/<uuid>`. */
    public readonly id: string,
    /** The range in CIDR notation, where known. */
    public readonly networkCidr?: string,
  ) {}

  /** The UUID in the id. */
  public get uuid(): string {
    return Token.isUnresolved(this.id)
      ? Token.asString(Fn.element(Fn.split("/", this.id), 1))
      : this.id.slice(this.id.indexOf("/") + 1);
  }
}
