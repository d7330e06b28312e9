import { randomUUID } from "node:crypto";
import { ApiError } from "../api-error";
import { seconds, type Clock } from "../clock";
import type { Settings } from "../settings";
import { sameGuid, type Application, type Directory, type ServicePrincipal } from "./directory";
import { notFound, type Graph, type Right } from "./graph";
import { Owners } from "./owners";
import type { Privileges } from "./privileges";
import type { Token } from "./tokens";

/** Principals are what an application is in one tenant: there is at most one per application and tenant. */
export class ServicePrincipals {
  readonly owners: Owners;

  constructor(
    private readonly graph: Graph,
    private readonly directory: Directory,
    private readonly privileges: Privileges,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {
    this.owners = new Owners(graph, "servicePrincipals", (token, objectId) => this.find(token, objectId));
  }

  create(
    token: Token,
    clientId: string,
    properties: Readonly<Record<string, unknown>> = {},
    owners: readonly string[] = [],
  ): ServicePrincipal {
    const application = this.directory.application(clientId);
    const right: Right = (may) => may.mayCreatePrincipal(token, application);
    return this.graph.write(token, "POST", "/servicePrincipals", right, () => {
      if (!application || !this.directory.admits(application, token.tenantId)) {
        throw new ApiError(
          400,
          "NoBackingApplicationObject",
          `The appId '${clientId}' of the service principal does not reference a valid application object.`,
        );
      }
      if (this.directory.servicePrincipal(token.tenantId, clientId)) {
        throw new ApiError(
          409,
          "Request_MultipleObjectsWithSameKeyValue",
          `The service principal cannot be created, updated, or restored because the service principal name ${clientId} is already in use.`,
        );
      }
      const principal = this.install(application, token.tenantId, properties);
      principal.owners = this.privileges.firstOwners(token, owners);
      return principal;
    });
  }

  get(token: Token, objectId: string): ServicePrincipal {
    return this.graph.read(token, `/servicePrincipals/${objectId}`, () => this.find(token, objectId));
  }

  list(token: Token, filter: (principal: ServicePrincipal) => boolean): ServicePrincipal[] {
    return this.graph.read(token, "/servicePrincipals", () => this.own(token).filter(filter));
  }

  update(token: Token, objectId: string, properties: Readonly<Record<string, unknown>>): ServicePrincipal {
    return this.graph.write(token, "PATCH", `/servicePrincipals/${objectId}`, this.managing(token, objectId), () => {
      const principal = this.find(token, objectId);
      principal.properties = properties;
      return principal;
    });
  }

  delete(token: Token, objectId: string): void {
    this.graph.write(token, "DELETE", `/servicePrincipals/${objectId}`, this.managing(token, objectId), () => {
      this.directory.remove(this.directory.servicePrincipals, this.find(token, objectId));
    });
  }

  /** Puts the application's principal into a tenant; there for ARM once its copy of the directory has caught up. */
  install(
    application: Application,
    tenantId: string,
    properties: Readonly<Record<string, unknown>> = {},
    replicatedAt = this.clock.now() + seconds(this.settings.lag.principal),
  ): ServicePrincipal {
    const principal: ServicePrincipal = {
      objectId: randomUUID(),
      tenantId,
      clientId: application.clientId,
      displayName: application.displayName,
      applicationTenantId: application.homeTenantId,
      type: "Application",
      replicatedAt,
      owners: [],
      properties,
    };
    this.directory.servicePrincipals.push(principal);
    return principal;
  }

  private managing(token: Token, objectId: string): Right {
    return (may) =>
      may.mayManage(
        token,
        this.own(token).find((one) => sameGuid(one.objectId, objectId)),
      );
  }

  private own(token: Token): ServicePrincipal[] {
    return this.directory.servicePrincipals.filter((principal) => sameGuid(principal.tenantId, token.tenantId));
  }

  private find(token: Token, objectId: string): ServicePrincipal {
    const principal = this.own(token).find((candidate) => sameGuid(candidate.objectId, objectId));
    if (!principal) throw notFound(objectId);
    return principal;
  }
}
