import type { Value } from "./cty";
import { diagnosticMessage, type Diagnostic } from "./diagnostics";
import type { DiagnosticMessage } from "./messages";
import type { ProviderDefinition, ResourceContext } from "./provider-definition";

/** One provider instance: an alias in one walk of Terraform. Each has its own connection; its name is never sent. */
export class Instance {
  client: unknown;
  private readonly stopping = new AbortController();

  constructor(readonly definition: ProviderDefinition) {}

  /** The operator interrupts Terraform: what waits stops waiting. */
  stop(): void {
    this.stopping.abort();
  }

  /** One call, which ends early when Terraform dies or is interrupted. */
  call(cancelled: AbortSignal): Call {
    return new Call(this, cancelled, this.stopping.signal);
  }
}

export class Call {
  readonly diagnostics: DiagnosticMessage[] = [];
  private readonly ends: AbortSignal[];

  constructor(
    readonly instance: Instance,
    ...ends: AbortSignal[]
  ) {
    this.ends = ends;
  }

  report(diagnostics: Diagnostic[]): void {
    this.diagnostics.push(...diagnostics.map(diagnosticMessage));
  }

  context(typeName: string, timeout = 0, privateState: Record<string, Value> = {}): ResourceContext {
    const { ends } = this;
    return {
      client: this.instance.client,
      typeName,
      timeout,
      privateState,
      // made where it is asked for: most calls wait for nothing, and it would be much of what they cost
      get signal() {
        return AbortSignal.any(ends);
      },
      warn: (warning) => this.report([{ ...warning, severity: "warning" }]),
    };
  }
}

/** The private state as Terraform carries it: bytes it never looks into. */
export const privateToBytes = (state: Record<string, Value>): Uint8Array => Buffer.from(JSON.stringify(state));

export const privateFromBytes = (bytes: Uint8Array | undefined): Record<string, Value> =>
  bytes?.length ? (JSON.parse(Buffer.from(bytes).toString("utf8")) as Record<string, Value>) : {};
