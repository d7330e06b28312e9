import type { Http } from "./http";

/** What is read of Aiven's API. https://api.aiven.io/doc */
export interface AivenVpc {
  readonly project_vpc_id: string;
  readonly cloud_name: string;
  readonly network_cidr: string;
  /** `APPROVED`, `ACTIVE`, `DELETING` or `DELETED`. */
  readonly state: string;
  /** Only where one VPC is asked for. */
  readonly peering_connections?: readonly AivenPeeringConnection[];
}

/** Aiven's half of a peering. */
export interface AivenPeeringConnection {
  /** The subscription. */
  readonly peer_cloud_account: string;
  readonly peer_resource_group: string;
  /** The virtual network's name. */
  readonly peer_vpc: string;
  /** The client id of the application that peers. */
  readonly peer_azure_app_id: string;
  readonly peer_azure_tenant_id: string;
  readonly state: string;
  readonly state_info: Readonly<Record<string, unknown>> | null;
}

export interface AivenCloud {
  readonly cloud_name: string;
  readonly cloud_description?: string;
}

/** Aiven's API, read only. */
export class Aiven {
  constructor(
    private readonly http: Http,
    private readonly endpoint: string,
    /** @throws CloudError where there is none */
    private readonly token: () => string,
  ) {}

  /** The VPCs of a project, without their connections. */
  async vpcs(project: string): Promise<readonly AivenVpc[]> {
    const { vpcs } = await this.http.get<{ readonly vpcs: readonly AivenVpc[] }>(
      this.question(`${projectPath(project)}/vpcs`),
    );
    return vpcs;
  }

  /** A VPC with its connections. */
  vpc(project: string, id: string): Promise<AivenVpc | undefined> {
    return this.http.find<AivenVpc>(this.question(`${projectPath(project)}/vpcs/${encodeURIComponent(id)}`));
  }

  protected question(path: string) {
    return {
      cloud: "Aiven",
      url: `${this.endpoint}${path}`,
      headers: { authorization: `aivenv1 ${this.token()}` },
    } as const;
  }
}

const projectPath = (project: string): string => `/v1/project/${encodeURIComponent(project)}`;
