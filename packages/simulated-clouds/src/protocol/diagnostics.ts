import type { Values } from "./cty";

/** Where in a configuration: attribute names, list indices, map keys. */
export type Path = (string | number | { key: string })[];

export interface Diagnostic {
  severity?: "error" | "warning";
  summary: string;
  detail?: string;
  path?: Path;
}

/**
 * What a behaviour throws when the provider would return an error.
 * Thrown by `create` with a state, Terraform keeps the object and marks it tainted; without, it saves nothing.
 * Thrown by `update` or `delete` without a state, the prior state stays.
 */
export class Failure extends Error {
  readonly diagnostics: Diagnostic[];

  constructor(
    diagnostic: Diagnostic | Diagnostic[],
    /** what exists in spite of the error: the attributes that are known by now */
    readonly state?: Values,
  ) {
    const diagnostics = [diagnostic].flat();
    super(diagnostics.map((each) => [each.summary, each.detail].filter(Boolean).join(": ")).join("\n"));
    this.name = "Failure";
    this.diagnostics = diagnostics;
  }
}

export const pathMessage = (path: Path) => ({
  steps: path.map((step) => {
    if (typeof step === "number") return { element_key_int: step };
    return typeof step === "object" ? { element_key_string: step.key } : { attribute_name: step };
  }),
});

export const diagnosticMessage = (diagnostic: Diagnostic) => ({
  severity: diagnostic.severity === "warning" ? "WARNING" : "ERROR",
  summary: diagnostic.summary,
  detail: diagnostic.detail ?? "",
  attribute: diagnostic.path && pathMessage(diagnostic.path),
});
