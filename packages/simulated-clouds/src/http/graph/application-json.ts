import type { Application, Certificate, Password } from "../../clouds/entra/directory";
import { overlay, type JsonObject } from "../../clouds/json";

const moment = (at: number): string | null => (Number.isFinite(at) ? new Date(at).toISOString() : null);

/** What Graph says of an application where nobody has said anything. */
const DEFAULTS: JsonObject = {
  api: {
    acceptMappedClaims: null,
    knownClientApplications: [],
    oauth2PermissionScopes: [],
    preAuthorizedApplications: [],
    requestedAccessTokenVersion: null,
  },
  appRoles: [],
  identifierUris: [],
  info: {},
  isFallbackPublicClient: null,
  optionalClaims: null,
  publicClient: { redirectUris: [] },
  requiredResourceAccess: [],
  spa: { redirectUris: [] },
  tags: [],
  web: { implicitGrantSettings: { enableAccessTokenIssuance: false, enableIdTokenIssuance: false }, redirectUris: [] },
};

export function applicationJson(application: Application, sent: JsonObject): JsonObject {
  return overlay(overlay(DEFAULTS, sent), {
    id: application.objectId,
    appId: application.clientId,
    displayName: application.displayName,
    signInAudience: application.signInAudience,
    publisherDomain: "customer.example",
    passwordCredentials: application.passwords.map((password) => passwordJson(password)),
    keyCredentials: application.certificates.map(certificateJson),
  });
}

/** A secret's value is shown once, when it is created. */
export const passwordJson = ({ keyId, displayName, secretText, start, end }: Password, shown = false): JsonObject => ({
  customKeyIdentifier: null,
  displayName: displayName || null,
  endDateTime: moment(end),
  hint: secretText.slice(0, 3),
  keyId,
  secretText: shown ? secretText : null,
  startDateTime: moment(start),
});

const certificateJson = ({ keyId, start, end }: Certificate): JsonObject => ({
  customKeyIdentifier: null,
  displayName: null,
  endDateTime: moment(end),
  key: null,
  keyId,
  startDateTime: moment(start),
  type: "AsymmetricX509Cert",
  usage: "Verify",
});
