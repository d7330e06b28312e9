import { text, type Values } from "../../protocol/cty";
import { Failure, type Diagnostic } from "../../protocol/diagnostics";
import type { ResourceBehaviour } from "../../protocol/provider-definition";
import type { AzureadClient } from "./client";

export type Behaviour = ResourceBehaviour<AzureadClient>;

/** azuread is written with the SDK, whose plans Terraform does not hold against the configuration. */
export const SDK = { legacyTypeSystem: true } as const;

export const CREDENTIAL_TIMEOUTS = { create: "15m", read: "5m", update: "5m", delete: "5m" };

const APPLICATION_ID = /^\/applications\/([^/]+)$/;

/** The id of an application in azuread is a path; the object id stands in it. */
export const applicationId = (objectId: string): string => `/applications/${objectId}`;

/** The object id in `/applications/{id}`, which is what the credentials' `application_id` must be. */
export function applicationObjectId(id: string): string {
  const objectId = APPLICATION_ID.exec(id)?.[1];
  if (objectId !== undefined) return objectId;
  throw new Failure({
    summary: `Parsing \`application_id\``,
    detail: `parsing "${id}": it is not of the form /applications/…`,
  });
}

/** A client id written as `application_id` is refused before anything is planned. */
export function validateApplicationId(config: Values): Diagnostic[] {
  const id = config.application_id;
  if (typeof id !== "string" || APPLICATION_ID.test(id)) return [];
  return [{ summary: `parsing "${id}": it is not of the form /applications/…`, path: ["application_id"] }];
}

export const applicationOf = (planned: Values): string => applicationObjectId(text(planned.application_id));

export function importAsExists(typeName: string, id: string): Failure {
  return new Failure({
    summary: `A resource with the ID "${id}" already exists`,
    detail: `To be managed via Terraform, this resource needs to be imported into the State. Please see the resource documentation for "${typeName}" for more information.`,
    path: ["id"],
  });
}

/** A credential's id is its application's object id, the kind, and its own key. */
export interface CredentialId {
  readonly objectId: string;
  readonly keyId: string;
}

export const credentialId = ({ objectId, keyId }: CredentialId, kind: string): string =>
  [objectId, kind, keyId].join("/");

export function parseCredentialId(id: string, kind: string): CredentialId {
  const [objectId, given, keyId] = id.split("/");
  if (given !== kind || !objectId || !keyId) {
    throw new Failure({ summary: `Parsing ${kind} credential with ID "${id}"`, path: ["id"] });
  }
  return { objectId, keyId };
}

/** RFC 3339 as the clouds' clock counts; undefined where nothing is said. */
export function momentOf(values: Values, name: string): number | undefined {
  const given = text(values[name]);
  if (given === "") return undefined;
  const moment = Date.parse(given);
  if (Number.isNaN(moment)) {
    throw new Failure({ summary: `Unable to parse the provided ${name.replace("_", " ")} "${given}"`, path: [name] });
  }
  return moment;
}
