import { Dynamic, isObject, isUnknown, text, texts, type Value, type Values } from "../../protocol/cty";
import type { Diagnostic } from "../../protocol/diagnostics";
import { schemaProblem } from "./embedded-schema";
import { parseType } from "./resource-id";

/** Arguments that would change what happens, which nobody needs here yet. */
const NOT_SIMULATED = [
  "identity",
  "ignore_body_changes",
  "ignore_other_items_in_list",
  "list_unique_id_property",
  "sensitive_body",
  "sensitive_body_version",
];

export function validateResource(config: Values): Diagnostic[] {
  const used = NOT_SIMULATED.filter((name) => isSet(config[name]));
  if (used.length > 0) return [{ summary: `the simulator's azapi_resource does not know ${used.join(", ")}` }];
  const found = [...typeProblems(config), ...bodyProblems(config), ...retryProblems(config)];
  if (found.length > 0 || isUnknown(config.type)) return found;
  if (config.parent_id === null) {
    const detail = 'The argument "parent_id" is required, but no definition was found.';
    return [{ summary: "Missing required argument", detail }];
  }
  const problem = config.schema_validation_enabled === false ? undefined : schemaProblem(config);
  return problem === undefined ? [] : [{ summary: "Invalid configuration", detail: problem }];
}

export function validateDataSource(config: Values): Diagnostic[] {
  const problem = (detail: string): Diagnostic => ({ summary: "Invalid configuration", detail });
  const [name, parent, id] = [config.name, config.parent_id, config.resource_id].map((value) => value !== null);
  const found = [...typeProblems(config), ...retryProblems(config)];
  if (!name && parent) found.push(problem('The argument "name" is required when the argument "parent_id" is set'));
  if (name && !parent) found.push(problem('The argument "parent_id" is required when the argument "name" is set'));
  if (!name && !id) found.push(problem('One of the arguments "name" or "resource_id" must be set'));
  if (name && id) found.push(problem('Exactly one of the arguments "name" or "resource_id" can be set'));
  return found;
}

function typeProblems({ type }: Values): Diagnostic[] {
  if (isUnknown(type) || parseType(text(type))) return [];
  const detail = 'expected "type" to be <resource-type>@<api-version>';
  return [{ summary: "Invalid Resource Type", detail, path: ["type"] }];
}

function bodyProblems({ body, location, tags }: Values): Diagnostic[] {
  if (!(body instanceof Dynamic)) return [];
  const value = body.value;
  if (typeof value === "string") {
    const detail =
      "The value must not be a string. From 2.0, the value only accepts an HCL object. Please refer to the documentation for more information: https://registry.terraform.io/providers/Azure/azapi/latest/docs/guides/2.0-upgrade-guide#dynamic-properties-support";
    return [{ summary: "Invalid Type", detail, path: ["body"] }];
  }
  const twice = Object.entries({ location, tags }).filter(
    ([name, given]) => isObject(value) && name in value && isSet(given),
  );
  return twice.map(([name]) => ({
    summary: "Invalid configuration",
    detail: `can't specify both the argument "${name}" and "${name}" in the argument "body"`,
  }));
}

function retryProblems({ retry }: Values): Diagnostic[] {
  if (!isObject(retry) || isUnknown(retry.error_message_regex)) return [];
  return texts(retry.error_message_regex).flatMap((written, index) => {
    try {
      new RegExp(written);
      return [];
    } catch (error) {
      const detail = (error as Error).message;
      return [{ summary: "Invalid regular expression", detail, path: ["retry", "error_message_regex", index] }];
    }
  });
}

const isSet = (value: Value | undefined): boolean =>
  value !== null && value !== undefined && !isUnknown(value) && !(Array.isArray(value) && value.length === 0);
