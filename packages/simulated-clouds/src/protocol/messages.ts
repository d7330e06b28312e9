import type { DynamicValue } from "./cty";
import type { diagnosticMessage, pathMessage } from "./diagnostics";

/** The protocol's requests and responses, as far as they are used; field names as in tfplugin6.proto. */
export type DiagnosticMessage = ReturnType<typeof diagnosticMessage>;

interface WithDiagnostics {
  diagnostics?: DiagnosticMessage[];
}

export interface ConfigRequest {
  config: DynamicValue;
}

export interface TypedConfigRequest extends ConfigRequest {
  type_name: string;
}

export interface UpgradeRequest {
  type_name: string;
  raw_state: { json?: Uint8Array };
}
export interface UpgradeResponse extends WithDiagnostics {
  upgraded_state?: DynamicValue;
}

export interface ReadRequest {
  type_name: string;
  current_state: DynamicValue;
  private?: Uint8Array;
}
export interface ReadResponse extends WithDiagnostics {
  new_state?: DynamicValue;
  private?: Uint8Array;
}

export interface PlanRequest {
  type_name: string;
  prior_state: DynamicValue;
  proposed_new_state: DynamicValue;
  config: DynamicValue;
  prior_private?: Uint8Array;
}
export interface PlanResponse extends WithDiagnostics {
  planned_state?: DynamicValue;
  planned_private?: Uint8Array;
  requires_replace?: ReturnType<typeof pathMessage>[];
  legacy_type_system?: boolean;
}

export interface ApplyRequest {
  type_name: string;
  prior_state: DynamicValue;
  planned_state: DynamicValue;
  planned_private?: Uint8Array;
}
export interface ApplyResponse extends WithDiagnostics {
  new_state?: DynamicValue;
  private?: Uint8Array;
  legacy_type_system?: boolean;
}

export interface ImportRequest {
  type_name: string;
  id: string;
}
export interface ImportResponse extends WithDiagnostics {
  imported_resources?: { type_name: string; state: DynamicValue; private?: Uint8Array }[];
}

export interface MoveRequest {
  source_type_name: string;
  source_state: { json?: Uint8Array };
  target_type_name: string;
}
export interface MoveResponse extends WithDiagnostics {
  target_state?: DynamicValue;
  target_private?: Uint8Array;
}

export interface DataSourceResponse extends WithDiagnostics {
  state?: DynamicValue;
}
