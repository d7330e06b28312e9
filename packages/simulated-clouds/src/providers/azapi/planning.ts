import { Dynamic, isUnknown, text, texts, UNKNOWN, type Value, type Values } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import { equal } from "../../protocol/equality";
import type { Change } from "../../protocol/provider-definition";
import type { AzapiClient, Limit } from "./client";
import { isExpected } from "./errors";
import { bodyOf, isFullyKnown, merged, sameJson, toJson, updated } from "./json";
import { valueAt } from "./output";
import { parseType } from "./resource-id";

/**
 * azapi's ModifyPlan. `output` stays what it was unless something changes that Azure could response differently to; a body
 * that Azure's present state already fulfils is no change, which azapi asks Azure about while planning.
 */
export async function planChange(change: Change, client: AzapiClient, limit: Limit): Promise<void> {
  const { prior, config, planned } = change;
  const parsed = parseType(text(config.type));
  if (!parsed) {
    const reason = "`type` is invalid, it should be like `ResourceProvider/resourceTypes@ApiVersion`";
    throw new Failure({ summary: "Invalid configuration", detail: `The argument "type" is invalid: ${reason}` });
  }
  if (config.name === null) {
    const detail = 'The argument "name" is required, but no definition was found.';
    throw new Failure({ summary: "Missing required argument", detail });
  }
  planned.output = prior ? prior.output : UNKNOWN;
  for (const name of ["body", "response_export_values"]) {
    if (prior && sameMeaning(config[name], prior[name])) planned[name] = prior[name];
  }
  if (prior) await suppressNoChange(change, client, limit, parsed.apiVersion);
  if (!prior || !isFullyKnown(planned.body) || changed(prior, planned)) planned.output = UNKNOWN;
  planPlace(change);
  if (prior) planReplacement(change, prior);
  if (isUnknown(planned.output)) {
    planned.body = config.body;
    planned.type = config.type;
  }
}

/** Two values that are the same JSON, whatever their types; null is nobody's equal. */
const sameMeaning = (one: Value | undefined, other: Value | undefined): boolean =>
  one instanceof Dynamic && other instanceof Dynamic && sameJson(toJson(one), toJson(other));

const changed = (prior: Values, planned: Values): boolean =>
  planned.type !== prior.type ||
  !equal("dynamic", planned.response_export_values, prior.response_export_values) ||
  !sameJson(toJson(planned.body), toJson(prior.body));

async function suppressNoChange({ prior, planned }: Change, client: AzapiClient, limit: Limit, apiVersion: string) {
  if (!prior || !client.settings.ignoreNoOpChanges || !isFullyKnown(planned.body)) return;
  if (planned.type === prior.type && sameJson(toJson(planned.body), toJson(prior.body))) return;
  const id = text(prior.id);
  const response = await client.get(id, limit, { "api-version": apiVersion }).catch((error: unknown) => {
    if (!isExpected(error)) throw error;
    const detail = `Retrieving existing resource ${id}: ${error.message}`;
    throw new Failure({ summary: "Failed to retrieve resource", detail });
  });
  const wanted = bodyOf(planned.body);
  const remote = updated(wanted, merged(response, bodyOf(prior.body)), {
    ignoreCasing: planned.ignore_casing === true,
    ignoreMissingProperty: false,
    ignoreNullProperty: planned.ignore_null_property === true,
  });
  if (!sameJson(remote, wanted)) return;
  planned.body = prior.body;
  planned.type = prior.type;
}

/** Location and tags may stand in the body or beside it. */
function planPlace({ prior, config, planned, replace }: Change): void {
  if (!isFullyKnown(planned.body)) {
    if (config.tags === null) planned.tags = UNKNOWN;
    if (config.location === null) planned.location = UNKNOWN;
    return;
  }
  const body = bodyOf(config.body);
  const before = { tags: prior?.tags ?? null, location: prior?.location ?? null };
  planned.tags = config.tags ?? body.tags ?? (isEmpty(before.tags) ? before.tags : null);
  if (prior && !sameJson(toJson(planned.tags), toJson(before.tags))) planned.output = UNKNOWN;
  planned.location = config.location ?? body.location ?? before.location;
  if (prior && normalize(planned.location) !== normalize(before.location)) replace(["location"]);
}

function planReplacement({ planned, replace }: Change, prior: Values): void {
  const [before, after] = [prior.replace_triggers_external_values, planned.replace_triggers_external_values];
  if (!isNothing(before) && !isNothing(after) && !equal("dynamic", before, after)) {
    replace(["replace_triggers_external_values"]);
  }
  if (!isFullyKnown(planned.body)) return;
  const [old, current] = [bodyOf(prior.body), bodyOf(planned.body)];
  const moved = texts(planned.replace_triggers_refs).some(
    (path) => !sameJson(valueAt(old, path), valueAt(current, path)),
  );
  if (moved) replace(["body"]);
}

const isNothing = (value: Value): boolean => value === null || (value instanceof Dynamic && value.value === null);
const isEmpty = (value: Value): boolean => value !== null && !isUnknown(value) && Object.keys(value).length === 0;
const normalize = (location: Value): string => text(location).replaceAll(" ", "").toLowerCase();
