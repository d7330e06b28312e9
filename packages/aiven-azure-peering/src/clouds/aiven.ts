import type { Http } from "./http";
import { anything, list, object, optional, record, text, type Reader } from "./shape";

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

const CONNECTION: Reader<AivenPeeringConnection> = object<AivenPeeringConnection>({
  peer_cloud_account: text,
  peer_resource_group: orEmpty(),
  peer_vpc: text,
  peer_azure_app_id: orEmpty(),
  peer_azure_tenant_id: orEmpty(),
  state: text,
  state_info: (value, at) => optional(record(anything))(value, at) ?? null,
});

const VPC = object<AivenVpc>({
  project_vpc_id: text,
  cloud_name: text,
  network_cidr: text,
  state: text,
  peering_connections: optional(list(CONNECTION)),
});

/** With its connections, which an answer without a list does not say that there are none of. */
const VPC_WITH_CONNECTIONS: Reader<AivenVpc> = (value, at) => {
  const vpc = VPC(value, at);
  return { ...vpc, peering_connections: list(CONNECTION)(vpc.peering_connections, "peering_connections") };
};

/** A connection with another cloud has none of what is Azure's. */
function orEmpty(): Reader<string> {
  return (value, at) => optional(text)(value, at) ?? "";
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
    const read = object<{ readonly vpcs: readonly AivenVpc[] }>({ vpcs: list(VPC) });
    return (await this.http.get(this.question(`${projectPath(project)}/vpcs`), read)).vpcs;
  }

  /** A VPC with its connections. */
  vpc(project: string, id: string): Promise<AivenVpc | undefined> {
    const question = this.question(`${projectPath(project)}/vpcs/${encodeURIComponent(id)}`);
    return this.http.find(question, VPC_WITH_CONNECTIONS);
  }

  /** Whose the token is. */
  async user(): Promise<AivenUser> {
    const read = object<{ readonly user: AivenUser }>({ user: USER });
    return (await this.http.get(this.question("/v1/me"), read)).user;
  }

  /** Whether there is such a project that the token may see. */
  async hasProject(project: string): Promise<boolean> {
    return (await this.http.find(this.question(projectPath(project)), record(anything))) !== undefined;
  }

  /** What the token's owner is in a project, roles and permissions; undefined where Aiven does not list it. */
  async memberships(project: string): Promise<readonly string[] | undefined> {
    const { project_memberships: all, project_membership: one } = await this.user();
    const role = one?.[project];
    return all?.[project] ?? (role === undefined ? undefined : [role]);
  }

  /** The clouds in which a project may have a VPC. */
  async clouds(project: string): Promise<readonly AivenCloud[]> {
    const cloud = object<AivenCloud>({ cloud_name: text, cloud_description: optional(text) });
    const read = object<{ readonly clouds: readonly AivenCloud[] }>({ clouds: list(cloud) });
    return (await this.http.get(this.question(`${projectPath(project)}/clouds`), read)).clouds;
  }

  protected question(path: string) {
    return {
      cloud: "Aiven",
      endpoint: this.endpoint,
      path,
      headers: { authorization: `aivenv1 ${this.token()}` },
    } as const;
  }
}

interface Memberships {
  readonly project_membership?: Readonly<Record<string, string>>;
  readonly project_memberships?: Readonly<Record<string, readonly string[]>>;
}

const USER = object<AivenUser>({
  user: text,
  project_membership: optional(record(text)),
  project_memberships: optional(record(list(text))),
});

const projectPath = (project: string): string => `/v1/project/${encodeURIComponent(project)}`;
