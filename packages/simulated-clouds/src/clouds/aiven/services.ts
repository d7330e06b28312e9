import { ApiError } from "../api-error";
import { seconds, type Clock } from "../clock";
import { formatAddress, parseRange } from "../ip-range";
import type { ExistingService, Settings } from "../settings";
import { DEFAULT_ACL_ENTRY, type KafkaAclEntry, type KafkaTopic } from "./kafka-contents";
import { SERVICE_USER, servicePassword } from "./service-user";
import type { Caller, Gateway } from "./gateway";
import type { Vpc } from "./vpc";
import type { Vpcs } from "./vpcs";

export type ServiceState = "REBUILDING" | "RUNNING" | "POWEROFF";

export interface ServiceInput {
  readonly name: string;
  readonly type: string;
  readonly plan: string;
  readonly cloudName: string;
  readonly projectVpcId?: string;
  readonly terminationProtection?: boolean;
  readonly userConfig?: Readonly<Record<string, unknown>>;
}

export interface ServiceUser {
  readonly username: string;
  readonly type: "primary" | "regular";
  password: string;
}

export interface Service extends ServiceInput {
  readonly project: string;
  readonly host: string;
  readonly port: number;
  readonly users: ServiceUser[];
  readonly topics: KafkaTopic[];
  readonly acl: KafkaAclEntry[];
  /** Where the host name resolves to: inside the VPC's range if the service lives in one. */
  address: string;
  /** Where it will lead to once the service is RUNNING. */
  destination: string;
  /** Whether there are nodes that serve clients; while a service moves these are still the old ones. */
  serves: boolean;
  /** The VPC that the old nodes are in while a service moves out of it. */
  leaves?: string;
  state: ServiceState;
}

/** A documentation range stands for the public internet. */
const PUBLIC_ADDRESS = "203.0.113.10";

export class Services {
  readonly all: Service[] = [];

  constructor(
    private readonly gateway: Gateway,
    private readonly vpcs: Vpcs,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  create(caller: Caller, project: string, input: ServiceInput): Service {
    return this.gateway.call(caller, "POST", project, "/service", () => {
      if (this.all.some(({ name, project: other }) => name === input.name && other === project)) {
        throw new ApiError(409, "ServiceCreate", "Service name is already in use in this project");
      }
      const service = this.add(project, input);
      this.settle(service);
      return service;
    });
  }

  /** One that was created long ago. */
  addExisting({ project, ...input }: ExistingService): void {
    Object.assign(this.add(project, input), { serves: true, state: "RUNNING" });
  }

  private add(project: string, input: ServiceInput): Service {
    const address = this.place(project, input);
    const service: Service = {
      ...input,
      project,
      host: `${input.name}-${project}.aivencloud.com`,
      // assumed: any number will do, so every service has the same
      port: 12691,
      users: [{ username: SERVICE_USER, type: "primary", password: servicePassword({ project, name: input.name }) }],
      topics: [],
      acl: input.type === "kafka" ? [{ ...DEFAULT_ACL_ENTRY }] : [],
      address,
      destination: address,
      serves: false,
      state: "REBUILDING",
    };
    this.all.push(service);
    return service;
  }

  get(caller: Caller, project: string, name: string): Service {
    return this.gateway.call(caller, "GET", project, `/service/${name}`, () => this.find(project, name));
  }

  /**
   * Another VPC, plan or cloud moves the service to new nodes: the old ones serve until these have the data, and only then does the host
   * name lead to the new address.
   */
  update(caller: Caller, project: string, name: string, input: Partial<Omit<ServiceInput, "name" | "type">>): Service {
    return this.gateway.call(caller, "PUT", project, `/service/${name}`, () => {
      const service = this.find(project, name);
      const { projectVpcId, plan, cloudName } = service;
      const after = { ...service, ...input };
      const moves = projectVpcId !== after.projectVpcId;
      if (moves) Object.assign(service, { destination: this.place(project, after), leaves: projectVpcId });
      Object.assign(service, input);
      if (!moves && plan === service.plan && cloudName === service.cloudName) return service;
      service.state = "REBUILDING";
      this.settle(service);
      return service;
    });
  }

  delete(caller: Caller, project: string, name: string): void {
    this.gateway.call(caller, "DELETE", project, `/service/${name}`, () => {
      const service = this.find(project, name);
      if (service.terminationProtection) {
        throw new ApiError(
          403,
          "ServiceDelete",
          "Service is protected against termination and shutdown. Remove termination protection first.",
        );
      }
      this.all.splice(this.all.indexOf(service), 1);
    });
  }

  /**
   * The second host name of a service in a VPC, where `public_access` opens one to the internet.
   * https://aiven.io/docs/platform/howto/public-access-in-vpc
   */
  publicHost({ type, host, projectVpcId, userConfig }: Service): string | undefined {
    const [access] = [userConfig?.public_access].flat() as ({ readonly [component: string]: unknown } | undefined)[];
    return projectVpcId !== undefined && access?.[type] === true ? `public-${host}` : undefined;
  }

  /** Where a host name leads to. */
  resolve(name: string): string[] {
    const is = (host?: string) => host?.toLowerCase() === name.toLowerCase();
    return this.all.flatMap((service) => {
      if (is(service.host)) return [service.address];
      return is(this.publicHost(service)) ? [PUBLIC_ADDRESS] : [];
    });
  }

  /** What keeps a VPC from being deleted. */
  occupying({ id }: Vpc): "services in it" | "services migrating from it" | undefined {
    if (this.all.some(({ projectVpcId }) => projectVpcId === id)) return "services in it";
    return this.all.some(({ leaves }) => leaves === id) ? "services migrating from it" : undefined;
  }

  private settle(service: Service): void {
    this.clock.at(this.clock.now() + seconds(this.settings.aiven.serviceCreation), () => {
      if (service.state !== "REBUILDING") return;
      Object.assign(service, { address: service.destination, serves: true, leaves: undefined, state: "RUNNING" });
    });
  }

  find(project: string, name: string): Service {
    const service = this.all.find((candidate) => candidate.project === project && candidate.name === name);
    if (!service) throw new ApiError(404, "NotFound", "Service does not exist");
    return service;
  }

  private place(project: string, { projectVpcId, cloudName }: ServiceInput): string {
    if (projectVpcId === undefined) return PUBLIC_ADDRESS;
    const vpc = this.vpcs.all.find(({ id }) => id === projectVpcId);
    if (vpc?.project !== project) throw new ApiError(404, "NotFound", "VPC does not exist");
    if (vpc.state !== "ACTIVE")
      throw new ApiError(409, "ServiceCreate", `VPC is not active, its state is ${vpc.state}`);
    if (vpc.cloudName !== cloudName) {
      throw new ApiError(400, "ServiceCreate", `VPC is in cloud ${vpc.cloudName}, the service in ${cloudName}`);
    }
    const taken = new Set(this.all.flatMap(({ address, destination }) => [address, destination]));
    // Azure keeps the first addresses of a subnet to itself
    let number = (parseRange(vpc.networkCidr)?.first ?? 0) + 4;
    while (taken.has(formatAddress(number))) number++;
    return formatAddress(number);
  }
}
