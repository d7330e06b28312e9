import type { Json, JsonObject } from "../../clouds/json";
import { isObject, text, type Values } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import type { AzapiClient, Limit } from "./client";
import { ContextEnded, failure, isExpected, isNotFound } from "./errors";
import { bodyOf, toJson, withoutNulls } from "./json";
import { outputOf } from "./output";
import { describe, queryOf, type ResourceId } from "./resource-id";
import { afterWrite, retryingFrom } from "./retrying";

const RECOVERY = 300_000;

/** Asked once, and not as `retry` says: it may list the very error that means that nothing is there. */
export async function requireAbsent(client: AzapiClient, at: ResourceId, planned: Values, limit: Limit): Promise<void> {
  try {
    await client.get(at.id, limit, queryOf(at, planned.read_query_parameters));
  } catch (error) {
    if (isNotFound(error)) return;
    throw failure("Failed to retrieve resource", `checking for presence of existing ${describe(at)}`, error);
  }
  throw new Failure({
    summary: "Resource already exists",
    detail: `a resource with the ID "${at.id}" already exists - to be managed via Terraform this resource needs to be imported into the State. Please see the resource documentation for "azapi_resource" for more information`,
  });
}

/** PUT, then GET until Azure shows what it has made. */
export async function write(
  client: AzapiClient,
  at: ResourceId,
  planned: Values,
  limit: Limit,
  operation: "create" | "update",
): Promise<Values> {
  const retrying = retryingFrom(planned.retry);
  const parameters = queryOf(at, planned[`${operation}_query_parameters`]);
  try {
    await client.put(at.id, requestBody(planned), limit, parameters, retrying);
  } catch (error) {
    const made =
      operation === "create" && isExpected(error) ? await savedAfter(client, at, planned, limit, error) : undefined;
    throw failure("Failed to create/update resource", `creating/updating ${describe(at)}`, error, made);
  }
  const read = queryOf(at, planned.read_query_parameters);
  const response = await client.get(at.id, limit, read, afterWrite(retrying)).catch((error: unknown) => {
    throw failure("Failed to retrieve resource", `reading ${describe(at)}`, error);
  });
  return resultOf(client, at, planned, response);
}

/** A refused write may have made something all the same: its id is kept, so that the next apply does not find it there. */
async function savedAfter(
  client: AzapiClient,
  at: ResourceId,
  planned: Values,
  limit: Limit,
  error: Error,
): Promise<Values | undefined> {
  const lasting = error instanceof ContextEnded ? client.limit(new AbortController().signal, RECOVERY) : limit;
  try {
    const read = queryOf(at, planned.read_query_parameters);
    const response = await client.get(at.id, lasting, read, retryingFrom(planned.retry));
    return resultOf(client, at, planned, response);
  } catch (again) {
    if (!isExpected(again)) throw again;
    return undefined;
  }
}

const resultOf = (client: AzapiClient, at: ResourceId, planned: Values, response: JsonObject): Values => ({
  id: at.id,
  output: outputOf(at, response, planned.response_export_values, client.settings.disableDefaultOutput),
});

function requestBody(planned: Values): JsonObject {
  const body: Record<string, Json> = { ...bodyOf(planned.body) };
  const location = text(planned.location);
  if (location !== "") body.location ??= location;
  if (isObject(planned.tags) && Object.keys(planned.tags).length > 0) body.tags ??= toJson(planned.tags);
  return planned.ignore_null_property === true ? (withoutNulls(body) as JsonObject) : body;
}
