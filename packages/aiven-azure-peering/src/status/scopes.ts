import type { AivenVpc } from "../clouds/aiven";
import { once, type Clouds } from "../clouds/clouds";
import type { CloudError } from "../clouds/errors";
import type { Application, ServicePrincipal } from "../clouds/graph";
import type { Sides } from "../subject/sides";
import { AIVEN_APPLICATION_ID, type SubjectIdentity, type SubjectNetwork, type SubjectVpc } from "../subject/subject";

/** A VPC as it is described, and as Aiven has it. */
export interface VpcScope {
  readonly wanted: SubjectVpc;
  readonly vpc?: AivenVpc;
  /** Why it could not be read. */
  readonly unread?: CloudError;
  /** Whether Terraform has it in a stack, so that an apply is a remedy. */
  readonly hasStack: boolean;
}

/** Who peers. */
export interface IdentityScope {
  readonly clouds: Clouds;
  readonly identity: SubjectIdentity;
  readonly hasStack: boolean;
  /** The networks that it peers. */
  readonly networks: readonly SubjectNetwork[];
  /** The client id, as the stack or one of the connections says it. */
  readonly clientId?: string;
  /** The application as the tenant has it, by its client id or its name. */
  readonly application: () => Promise<Application | undefined>;
  /** The application's service principal. */
  readonly servicePrincipal: () => Promise<ServicePrincipal | undefined>;
  /** Aiven's service principal. */
  readonly aivens: () => Promise<ServicePrincipal | undefined>;
}

/** @param connectionsClientId the application of a connection that Aiven has with one of the networks */
export function identityScope(
  clouds: Clouds,
  identity: SubjectIdentity,
  networks: readonly SubjectNetwork[],
  connectionsClientId: string | undefined,
  hasStack: boolean,
): IdentityScope {
  const { graph } = clouds;
  const clientId = identity.clientId ?? connectionsClientId;
  const application = once(async () => {
    if (clientId !== undefined) return graph.application(clientId);
    if (identity.displayName === undefined) return undefined;
    return (await graph.applicationsNamed(identity.displayName)).at(0);
  });
  const servicePrincipal = once(async () => {
    const id = clientId ?? (await application())?.appId;
    return id === undefined ? undefined : graph.servicePrincipal(id);
  });
  const aivens = once(() => graph.servicePrincipal(AIVEN_APPLICATION_ID));
  return { clouds, identity, hasStack, networks, clientId, application, servicePrincipal, aivens };
}

/** A virtual network with both sides of its peering. */
export interface NetworkScope {
  readonly identity: IdentityScope;
  readonly network: SubjectNetwork;
  readonly vpc?: AivenVpc;
  readonly project?: string;
  readonly sides: Sides;
  readonly hasStack: boolean;
}
