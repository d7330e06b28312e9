import { randomUUID } from "node:crypto";
import { ApiError } from "../api-error";
import { seconds, type Clock } from "../clock";
import { forbidden, parseRange } from "../ip-range";
import type { ExistingVpc, Settings } from "../settings";
import { AZURE_CLOUDS } from "./cloud-names";
import type { Executor } from "./executor";
import type { Caller, Gateway } from "./gateway";
import type { Vpc } from "./vpc";

/** assumed: how long Aiven takes to take a VPC down. */
const DELETION = seconds(10);

/** A VPC is a range of addresses in one cloud region; on Azure Aiven keeps a virtual network of its own for it. */
export class Vpcs {
  readonly all: Vpc[] = [];

  constructor(
    private readonly gateway: Gateway,
    private readonly executor: Executor,
    private readonly clock: Clock,
    private readonly settings: Settings,
    /** What keeps a VPC from being deleted, if anything does. */
    private readonly occupants: (vpc: Vpc) => string | undefined,
    private readonly onDeleted: (vpc: Vpc) => void,
  ) {}

  create(caller: Caller, project: string, input: { cloudName: string; networkCidr: string }): Vpc {
    return this.gateway.call(caller, "POST", project, "/vpcs", () => {
      const prefix = parseRange(input.networkCidr)?.prefix;
      if (prefix === undefined) throw new ApiError(400, "VpcCreate", `Invalid network CIDR: ${input.networkCidr}`);
      if (prefix < 20 || prefix > 24) {
        throw new ApiError(400, "VpcCreate", "Network prefix length must be between 20 and 24 inclusive");
      }
      if (input.cloudName.startsWith("azure-") && !AZURE_CLOUDS.has(input.cloudName)) {
        // assumed: status and text; that an Azure location is no cloud name is known
        throw new ApiError(400, "VpcCreate", `Unknown cloud: ${input.cloudName}`);
      }
      if (input.cloudName.startsWith("azure-") && forbidden([input.networkCidr]).length > 0) {
        // assumed: that Aiven looks before Azure would refuse its network; status and text
        throw new ApiError(400, "VpcCreate", `Network CIDR is not allowed: ${input.networkCidr}`);
      }
      const vpc: Vpc = {
        id: randomUUID(),
        project,
        ...input,
        createTime: this.clock.now(),
        state: "APPROVED",
      };
      this.all.push(vpc);
      this.clock.at(this.clock.now() + seconds(this.settings.aiven.vpcCreation), () => {
        if (vpc.state !== "APPROVED") return;
        this.executor.createNetwork(vpc);
        vpc.state = "ACTIVE";
      });
      return vpc;
    });
  }

  /** One that was created long ago. */
  addExisting(input: ExistingVpc): void {
    const vpc: Vpc = { ...input, createTime: this.clock.now(), state: "ACTIVE" };
    this.executor.createNetwork(vpc);
    this.all.push(vpc);
  }

  get(caller: Caller, project: string, id: string): Vpc {
    return this.gateway.call(caller, "GET", project, `/vpcs/${id}`, () => this.find(project, id));
  }

  list(caller: Caller, project: string): Vpc[] {
    return this.gateway.call(caller, "GET", project, "/vpcs", () => this.all.filter((vpc) => vpc.project === project));
  }

  delete(caller: Caller, project: string, id: string): void {
    this.gateway.call(caller, "DELETE", project, `/vpcs/${id}`, () => {
      const vpc = this.find(project, id);
      const occupants = this.occupants(vpc);
      if (occupants !== undefined) {
        // both texts are what aiven/aiven-operator waits for (controllers/projectvpc_controller.go)
        throw new ApiError(409, "VpcDelete", `VPC cannot be deleted while there are ${occupants}`);
      }
      vpc.state = "DELETING";
      this.clock.at(this.clock.now() + DELETION, () => this.erase(vpc));
    });
  }

  find(project: string, id: string): Vpc {
    const vpc = this.all.find((candidate) => candidate.id === id && candidate.project === project);
    if (!vpc) throw new ApiError(404, "NotFound", "VPC does not exist");
    return vpc;
  }

  private erase(vpc: Vpc): void {
    if (vpc.state === "DELETED") return;
    vpc.state = "DELETED";
    this.onDeleted(vpc);
    this.executor.deleteNetwork(vpc);
    this.all.splice(this.all.indexOf(vpc), 1);
  }
}
