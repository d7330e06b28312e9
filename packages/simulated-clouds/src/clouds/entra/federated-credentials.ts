import { ApiError } from "../api-error";
import type { Application, FederatedCredential } from "./directory";

export interface FederatedCredentialInput {
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
  readonly audiences: readonly string[];
  readonly description?: string;
}

/** https://learn.microsoft.com/graph/api/application-post-federatedidentitycredentials */
const MAX_PER_APPLICATION = 20;

/** Names differ within an application, and so does the pair of issuer and subject. `changed` is the one that is being written. */
export function checkFederated(
  { federatedCredentials }: Application,
  { name, issuer, subject }: FederatedCredentialInput,
  changed?: FederatedCredential,
): void {
  const others = federatedCredentials.filter((one) => one !== changed);
  if (others.some((one) => one.name === name)) {
    const text = `FederatedIdentityCredential with name ${name} already exists.`;
    throw new ApiError(409, "Request_MultipleObjectsWithSameKeyValue", text);
  }
  if (others.some((one) => one.issuer === issuer && one.subject === subject)) {
    const text = `The combination of issuer and subject must be unique for the application. Issuer ${issuer} and Subject: ${subject} already exist. paramName: FederatedIdentityCredential.Subject, paramValue: ${subject}, objectType: Microsoft.Online.DirectoryServices.Application`;
    throw new ApiError(400, "InvalidFederatedIdentityCredentialValue", text);
  }
  if (others.length >= MAX_PER_APPLICATION) {
    // assumed: code and text; the limit is documented
    const text = `The number of federated identity credentials of the application exceeds the maximum of ${MAX_PER_APPLICATION}.`;
    throw new ApiError(400, "Directory_QuotaExceeded", text);
  }
}
