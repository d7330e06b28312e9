import type { Azure } from "../azure/azure";
import type { Calls } from "../calls";
import type { Entra } from "../entra/entra";
import type { Settings } from "../settings";
import { Authorities } from "./authorities";
import { Executor } from "./executor";
import { Gateway, type Caller } from "./gateway";
import { Kafka } from "./kafka";
import type { Membership } from "./members";
import { PeeringConnections } from "./peering-connections";
import { ServiceUsers } from "./service-users";
import { Services } from "./services";
import { Vpcs } from "./vpcs";

/** Aiven's API and what Aiven does by itself in Azure. */
export class Aiven {
  readonly executor: Executor;
  readonly vpcs: Vpcs;
  readonly peeringConnections: PeeringConnections;
  readonly services: Services;
  readonly serviceUsers: ServiceUsers;
  readonly kafka: Kafka;
  readonly authorities: Authorities;
  private readonly gateway: Gateway;

  constructor(
    calls: Calls,
    private readonly settings: Settings,
    entra: Entra,
    azure: Azure,
  ) {
    const { clock } = calls;
    this.gateway = new Gateway(calls, settings);
    this.executor = new Executor(entra, azure, clock, settings);
    this.vpcs = new Vpcs(
      this.gateway,
      this.executor,
      clock,
      settings,
      (vpc) => this.services.occupying(vpc),
      (vpc) => this.peeringConnections.eraseAllOf(vpc),
    );
    this.peeringConnections = new PeeringConnections(this.gateway, this.vpcs, this.executor, clock, settings);
    this.services = new Services(this.gateway, this.vpcs, clock, settings);
    this.serviceUsers = new ServiceUsers(this.gateway, this.services);
    this.kafka = new Kafka(this.gateway, this.services);
    this.authorities = new Authorities(this.gateway);
  }

  /** A project is there or the API says 404. */
  project(caller: Caller, project: string): { readonly name: string } {
    return this.gateway.call(caller, "GET", project, "", () => ({ name: project }));
  }

  /** Whose token it is, and what that is in each project. */
  account(caller: Caller): Account {
    this.gateway.requireToken(caller);
    const { projects, memberType, permissions } = this.settings.aiven;
    return { email: "deployer@customer.example", projects, memberType, permissions };
  }

  /** The members of a project: the one whose tokens are known. */
  members(caller: Caller, project: string): Account[] {
    return this.gateway.call(caller, "GET", project, "/users", () => [this.account(caller)]);
  }
}

export interface Account extends Membership {
  readonly email: string;
  readonly projects: readonly string[];
}
