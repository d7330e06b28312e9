import type { Calls } from "../calls";
import type { Settings } from "../settings";
import { Applications } from "./applications";
import { Credentials } from "./credentials";
import { Directory } from "./directory";
import { Graph } from "./graph";
import { Policies } from "./policies";
import { Privileges } from "./privileges";
import { ServicePrincipals } from "./service-principals";
import { Tokens, type ApplicationRequest, type Token } from "./tokens";

/** Microsoft Entra: who exists in which tenant, and who may prove it with what. */
export class Entra {
  readonly directory = new Directory();
  /** The door every request comes through, for what is only read. */
  readonly graph: Graph;
  readonly tokens: Tokens;
  readonly applications: Applications;
  readonly servicePrincipals: ServicePrincipals;
  readonly credentials: Credentials;
  readonly policies: Policies;
  /** Who may do what with applications and principals. */
  readonly privileges: Privileges;

  constructor(calls: Calls, settings: Settings) {
    this.privileges = new Privileges(settings.customer.usersMayRegisterApplications);
    this.graph = new Graph(calls, this.privileges);
    const { graph, privileges } = this;
    this.tokens = new Tokens(calls, this.directory);
    this.applications = new Applications(graph, this.directory, privileges);
    this.servicePrincipals = new ServicePrincipals(graph, this.directory, privileges, calls.clock, settings);
    this.credentials = new Credentials(graph, this.applications, calls.clock, settings);
    this.policies = new Policies(graph, settings);
  }

  token(request: ApplicationRequest): Token {
    return this.tokens.forApplication(request);
  }
}
