import { certificateAuthority, serverCertificate, type Certificate } from "../../certificate";
import type { Caller, Gateway } from "./gateway";
import type { Service } from "./services";

/**
 * Each project has a certificate authority of its own, which signs what PostgreSQL and Kafka show to their clients
 * (https://aiven.io/docs/platform/concepts/tls-ssl-certificates).
 */
export class Authorities {
  private readonly made = new Map<string, Promise<Certificate>>();
  private readonly issued = new Map<string, Promise<Certificate>>();

  constructor(private readonly gateway: Gateway) {}

  /** The certificate of a project's authority, in PEM. */
  get(caller: Caller, project: string): Promise<string> {
    return this.gateway.call(caller, "GET", project, "/kms/ca", async () => (await this.of(project)).cert);
  }

  /** What a service shows to its clients, with the key to it. */
  certificateOf({ project, host }: Pick<Service, "project" | "host">): Promise<Certificate> {
    return once(this.issued, host, async () => serverCertificate(host, await this.of(project)));
  }

  // assumed: how Aiven names an authority
  private of(project: string): Promise<Certificate> {
    return once(this.made, project, () => certificateAuthority(`${project} Project CA`));
  }
}

function once<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const value = kept.get(key) ?? make();
  kept.set(key, value);
  return value;
}
