import { nameOf, parentOf, sameId, typeOf } from "../../clouds/azure/resource-id";
import { isObject, texts, type Value } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";

/** A resource as azapi addresses it: where it is, and by which version of the API. */
export interface ResourceId {
  readonly id: string;
  readonly type: string;
  readonly apiVersion: string;
  readonly name: string;
  readonly parentId: string;
}

export const describe = ({ id, apiVersion }: ResourceId): string =>
  `Resource: (ResourceId "${id}" / Api Version "${apiVersion}")`;

const invalid = (detail: string): Failure => new Failure({ summary: "Invalid configuration", detail });

/** `Microsoft.Network/virtualNetworks@2024-05-01`; undefined for anything else. */
export function parseType(written: string): { readonly type: string; readonly apiVersion: string } | undefined {
  const [type, apiVersion, ...rest] = written.split("@");
  return apiVersion === undefined || rest.length > 0 ? undefined : { type, apiVersion };
}

function requireType(written: string) {
  const parsed = parseType(written);
  if (!parsed) throw invalid("`type` is invalid, it should be like `ResourceProvider/resourceTypes@ApiVersion`");
  return parsed;
}

/** By name and parent: a child's id continues its parent's. */
export function resourceIdIn(parentId: string, name: string, written: string): ResourceId {
  const { type, apiVersion } = requireType(written);
  const segments = type.split("/");
  if (segments.length === 2) {
    return { id: `${parentId}/providers/${type}/${name}`, type, apiVersion, name, parentId };
  }
  const parentType = segments.slice(0, -1).join("/");
  if (!sameId(typeOf(parentId), parentType)) {
    throw invalid(`\`parent_id is invalid\`: expect ID of \`${parentType}\``);
  }
  return { id: `${parentId}/${segments.at(-1)}/${name}`, type, apiVersion, name, parentId };
}

/** By id. */
export function resourceIdOf(id: string, written: string): ResourceId {
  const { type, apiVersion } = requireType(written);
  if (!sameId(typeOf(id), type)) {
    throw invalid(`\`resource_id\` and \`type\` are not matched, expect \`type\` to be ${typeOf(id)}, but got ${type}`);
  }
  const parentId = type.split("/").length === 2 ? id.split("/providers/")[0] : parentOf(id);
  return { id, type, apiVersion, name: nameOf(id), parentId };
}

/** Query parameters of a request: several values of one are joined. */
export function queryOf({ apiVersion }: ResourceId, parameters: Value | undefined): Record<string, string> {
  const own = isObject(parameters) ? Object.entries(parameters) : [];
  return {
    "api-version": apiVersion,
    ...Object.fromEntries(own.map(([name, values]) => [name, texts(values).join()])),
  };
}
