import { randomBytes, randomUUID } from "node:crypto";
import { ApiError } from "../api-error";
import { days, seconds, type Clock } from "../clock";
import type { Settings } from "../settings";
import type { Applications } from "./applications";
import type { Certificate, FederatedCredential, Password } from "./directory";
import { checkFederated, type FederatedCredentialInput } from "./federated-credentials";
import { notFound, type Graph } from "./graph";
import { DEFAULT_POLICY } from "./policies";
import type { Token } from "./tokens";

interface Lifetime {
  readonly start?: number;
  readonly end?: number;
}

/** Secrets, certificates and federated credentials of an application. A fresh one is usable only after a moment. */
export class Credentials {
  constructor(
    private readonly graph: Graph,
    private readonly applications: Applications,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  addPassword(token: Token, objectId: string, input: Lifetime & { displayName?: string }): Password {
    const application = this.applications.get(token, objectId);
    return this.graph.write(
      token,
      "POST",
      `/applications/${objectId}/addPassword`,
      this.applications.managing(token, objectId),
      () => {
        const password: Password = {
          keyId: randomUUID(),
          displayName: input.displayName ?? "",
          secretText: randomBytes(30).toString("base64url"),
          ...this.lifetime(input),
          usableAt: this.usableAt(),
        };
        this.respectPolicy(password);
        application.passwords.push(password);
        return password;
      },
    );
  }

  removePassword(token: Token, objectId: string, keyId: string): void {
    const application = this.applications.get(token, objectId);
    this.graph.write(
      token,
      "POST",
      `/applications/${objectId}/removePassword`,
      this.applications.managing(token, objectId),
      () => {
        application.passwords = without(application.passwords, (password) => password.keyId === keyId, keyId);
      },
    );
  }

  addCertificate(token: Token, objectId: string, input: Lifetime & { keyId?: string; value: string }): Certificate {
    const application = this.applications.get(token, objectId);
    return this.graph.write(
      token,
      "PATCH",
      `/applications/${objectId}`,
      this.applications.managing(token, objectId),
      () => {
        const certificate: Certificate = {
          keyId: input.keyId ?? randomUUID(),
          value: input.value,
          ...this.lifetime(input),
          usableAt: this.usableAt(),
        };
        application.certificates.push(certificate);
        return certificate;
      },
    );
  }

  removeCertificate(token: Token, objectId: string, keyId: string): void {
    const application = this.applications.get(token, objectId);
    this.graph.write(token, "PATCH", `/applications/${objectId}`, this.applications.managing(token, objectId), () => {
      application.certificates = without(application.certificates, (one) => one.keyId === keyId, keyId);
    });
  }

  addFederated(token: Token, objectId: string, input: FederatedCredentialInput): FederatedCredential {
    const application = this.applications.get(token, objectId);
    return this.graph.write(
      token,
      "POST",
      `/applications/${objectId}/federatedIdentityCredentials`,
      this.applications.managing(token, objectId),
      () => {
        checkFederated(application, input);
        const credential: FederatedCredential = {
          id: randomUUID(),
          ...input,
          description: input.description ?? "",
          usableAt: this.usableAt(),
        };
        application.federatedCredentials.push(credential);
        return credential;
      },
    );
  }

  updateFederated(token: Token, objectId: string, id: string, input: Omit<FederatedCredentialInput, "name">): void {
    const application = this.applications.get(token, objectId);
    this.graph.write(
      token,
      "PATCH",
      `/applications/${objectId}/federatedIdentityCredentials/${id}`,
      this.applications.managing(token, objectId),
      () => {
        const credential = application.federatedCredentials.find((candidate) => candidate.id === id);
        if (!credential) throw notFound(id);
        checkFederated(application, { ...input, name: credential.name }, credential);
        Object.assign(credential, { ...input, description: input.description ?? "" });
      },
    );
  }

  removeFederated(token: Token, objectId: string, id: string): void {
    const application = this.applications.get(token, objectId);
    this.graph.write(
      token,
      "DELETE",
      `/applications/${objectId}/federatedIdentityCredentials/${id}`,
      this.applications.managing(token, objectId),
      () => {
        application.federatedCredentials = without(application.federatedCredentials, (one) => one.id === id, id);
      },
    );
  }

  private usableAt(): number {
    return this.clock.now() + seconds(this.settings.lag.secret);
  }

  /** Without an end date Graph gives a credential two years. */
  private lifetime(input: Lifetime): { start: number; end: number } {
    const start = input.start ?? this.clock.now();
    const end = input.end ?? new Date(start).setUTCFullYear(new Date(start).getUTCFullYear() + 2);
    return { start, end };
  }

  private respectPolicy(password: Password): void {
    const { passwordsForbidden, passwordLifetimeCapDays: cap } = this.settings.customer;
    if (passwordsForbidden) {
      const text = `Credential type not allowed as per assigned policy '${DEFAULT_POLICY}'.`;
      throw new ApiError(400, "CredentialTypeNotAllowedAsPerAppPolicy", text);
    }
    if (cap !== undefined && password.end - password.start > days(cap)) {
      // assumed: the text; the code is the documented one
      throw new ApiError(
        400,
        "CredentialInvalidLifetimeAsPerAppPolicy",
        "Credential lifetime exceeds the max value allowed as per assigned policy.",
      );
    }
  }
}

function without<T>(list: readonly T[], isIt: (item: T) => boolean, id: string): T[] {
  if (!list.some(isIt)) throw notFound(id);
  return list.filter((item) => !isIt(item));
}
