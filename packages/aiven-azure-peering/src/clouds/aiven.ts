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

/** Aiven's connection of a peering. */
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

/** Whose a token is, and what that is in each project. */
export interface AivenUser extends Memberships {
  /** The address, or the name of an application user. */
  readonly user: string;
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

  /** Whose the token is. */
  async user(): Promise<AivenUser> {
    const { user } = await this.http.get<{ readonly user: AivenUser }>(this.question("/v1/me"));
    return user;
  }

  /** Whether there is such a project that the token may see. */
  async hasProject(project: string): Promise<boolean> {
    return (await this.http.find(this.question(projectPath(project)))) !== undefined;
  }

  /** What the token's owner is in a project, roles and permissions; undefined where Aiven does not list it. */
  async memberships(project: string): Promise<readonly string[] | undefined> {
    const { project_memberships: all, project_membership: one } = await this.user();
    const role = one?.[project];
    return all?.[project] ?? (role === undefined ? undefined : [role]);
  }

  /** The clouds in which a project may have a VPC. */
  async clouds(project: string): Promise<readonly AivenCloud[]> {
    const { clouds } = await this.http.get<{ readonly clouds: readonly AivenCloud[] }>(
      this.question(`${projectPath(project)}/clouds`),
    );
    return clouds;
  }

  protected question(path: string) {
    return {
      cloud: "Aiven",
      url: `${this.endpoint}${path}`,
      headers: { authorization: `aivenv1 ${this.token()}` },
    } as const;
  }
}

interface Memberships {
  readonly project_membership?: Readonly<Record<string, string>>;
  readonly project_memberships?: Readonly<Record<string, readonly string[]>>;
}

const projectPath = (project: string): string => `/v1/project/${encodeURIComponent(project)}`;
