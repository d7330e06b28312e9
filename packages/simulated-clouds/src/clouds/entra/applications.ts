import { randomUUID } from "node:crypto";
import type { Application, Directory, SignInAudience } from "./directory";
import { sameGuid } from "./directory";
import { notFound, type Graph, type Right } from "./graph";
import { Owners } from "./owners";
import type { Privileges } from "./privileges";
import type { Token } from "./tokens";

export interface ApplicationInput {
  readonly displayName: string;
  readonly signInAudience?: SignInAudience;
  readonly properties?: Readonly<Record<string, unknown>>;
  /** At the creation: object ids. */
  readonly owners?: readonly string[];
}

/** App registrations. Each is homed in one tenant, which alone holds its credentials. */
export class Applications {
  readonly owners: Owners;

  constructor(
    private readonly graph: Graph,
    private readonly directory: Directory,
    private readonly privileges: Privileges,
  ) {
    this.owners = new Owners(graph, "applications", (token, objectId) => this.find(token, objectId));
  }

  create(token: Token, input: ApplicationInput): Application {
    return this.graph.write(
      token,
      "POST",
      "/applications",
      (may) => may.mayCreateApplication(token),
      () => {
        const application: Application = {
          objectId: randomUUID(),
          clientId: randomUUID(),
          homeTenantId: token.tenantId,
          displayName: input.displayName,
          signInAudience: input.signInAudience ?? "AzureADMyOrg",
          passwords: [],
          certificates: [],
          federatedCredentials: [],
          owners: this.privileges.firstOwners(token, input.owners),
          properties: input.properties ?? {},
        };
        this.directory.applications.push(application);
        return application;
      },
    );
  }

  get(token: Token, objectId: string): Application {
    return this.graph.read(token, `/applications/${objectId}`, () => this.find(token, objectId));
  }

  /** In the caller's own tenant, which is where applications can be looked up. */
  list(token: Token, filter: (application: Application) => boolean): Application[] {
    return this.graph.read(token, "/applications", () => this.own(token).filter(filter));
  }

  update(token: Token, objectId: string, input: ApplicationInput): Application {
    return this.graph.write(token, "PATCH", `/applications/${objectId}`, this.managing(token, objectId), () => {
      const application = this.find(token, objectId);
      application.displayName = input.displayName;
      application.signInAudience = input.signInAudience ?? application.signInAudience;
      application.properties = input.properties ?? application.properties;
      return application;
    });
  }

  /** The principal in the home tenant goes with it; those in other tenants stay. */
  delete(token: Token, objectId: string): void {
    this.graph.write(token, "DELETE", `/applications/${objectId}`, this.managing(token, objectId), () =>
      this.erase(this.find(token, objectId)),
    );
  }

  erase(application: Application): void {
    this.directory.remove(this.directory.applications, application);
    const principal = this.directory.servicePrincipal(application.homeTenantId, application.clientId);
    if (principal) this.directory.remove(this.directory.servicePrincipals, principal);
  }

  /** The right to change it. */
  managing(token: Token, objectId: string): Right {
    return (may) =>
      may.mayManage(
        token,
        this.own(token).find((one) => sameGuid(one.objectId, objectId)),
      );
  }

  private own(token: Token): Application[] {
    return this.directory.applications.filter((application) => sameGuid(application.homeTenantId, token.tenantId));
  }

  private find(token: Token, objectId: string): Application {
    const application = this.own(token).find((candidate) => sameGuid(candidate.objectId, objectId));
    if (!application) throw notFound(objectId);
    return application;
  }
}
