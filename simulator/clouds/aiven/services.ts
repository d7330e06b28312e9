import { ApiError } from "../api-error";
import { seconds, type Clock } from "../clock";
import { formatAddress, parseRange } from "../ip-range";
import type { Settings } from "../settings";
import { ownerPath, type Caller, type Gateway, type Owner } from "./gateway";
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

export interface Service extends ServiceInput {
  readonly project: string;
  readonly host: string;
  readonly port: number;
  /** Where the host name resolves to: inside the VPC's range if the service lives in one. */
  address: string;
  state: ServiceState;
}

export class Services {
  readonly all: Service[] = [];

  constructor(
    private readonly gateway: Gateway,
    private readonly vpcs: Vpcs,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  create(caller: Caller, project: string, input: ServiceInput): Service {
    return this.gateway.call(caller, "POST", { project }, "/service", () => {
      if (this.all.some(({ name, project: other }) => name === input.name && other === project)) {
        throw new ApiError(409, "ServiceCreate", "Service name is already in use in this project");
      }
      const service: Service = {
        ...input,
        project,
        host: `${input.name}-${project}.aivencloud.com`,
        port: 12691,
        address: this.place(project, input),
        state: "REBUILDING",
      };
      this.all.push(service);
      this.settle(service);
      return service;
    });
  }

  get(caller: Caller, project: string, name: string): Service {
    return this.gateway.call(caller, "GET", { project }, `/service/${name}`, () => this.find(project, name));
  }

  /** Another VPC moves the service there. */
  update(caller: Caller, project: string, name: string, input: Partial<Omit<ServiceInput, "name" | "type">>): Service {
    return this.gateway.call(caller, "PUT", { project }, `/service/${name}`, () => {
      const service = this.find(project, name);
      const before = { vpc: service.projectVpcId, plan: service.plan, cloud: service.cloudName };
      Object.assign(service, input);
      if (before.vpc !== service.projectVpcId) service.address = this.place(project, service);
      if (before.vpc === service.projectVpcId && before.plan === service.plan && before.cloud === service.cloudName) {
        return service;
      }
      service.state = "REBUILDING";
      this.settle(service);
      return service;
    });
  }

  delete(caller: Caller, project: string, name: string): void {
    this.gateway.call(caller, "DELETE", { project }, `/service/${name}`, () => {
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

  in(vpc: Vpc): Service[] {
    return this.all.filter(({ projectVpcId }) => projectVpcId === vpc.id);
  }

  private settle(service: Service): void {
    this.clock.at(this.clock.now() + seconds(this.settings.aiven.serviceCreation), () => {
      if (service.state === "REBUILDING") service.state = "RUNNING";
    });
  }

  private find(project: string, name: string): Service {
    const service = this.all.find((candidate) => candidate.project === project && candidate.name === name);
    if (!service) throw new ApiError(404, "NotFound", "Service does not exist");
    return service;
  }

  private place(project: string, { projectVpcId, cloudName }: ServiceInput): string {
    // a documentation range stands for the public internet
    if (projectVpcId === undefined) return "203.0.113.10";
    const owner: Owner = { project };
    const vpc = this.vpcs.all.find(({ id }) => id === projectVpcId);
    if (!vpc || ("project" in vpc.owner && ownerPath(vpc.owner) !== ownerPath(owner))) {
      throw new ApiError(404, "NotFound", "VPC does not exist");
    }
    if (vpc.state !== "ACTIVE")
      throw new ApiError(409, "ServiceCreate", `VPC is not active, its state is ${vpc.state}`);
    if (vpc.cloudName !== cloudName) {
      throw new ApiError(400, "ServiceCreate", `VPC is in cloud ${vpc.cloudName}, the service in ${cloudName}`);
    }
    return formatAddress((parseRange(vpc.networkCidr)?.first ?? 0) + 4 + this.in(vpc).length);
  }
}
