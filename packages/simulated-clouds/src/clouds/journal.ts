export type CloudName = "entra" | "graph" | "arm" | "aiven";

export interface Call {
  readonly cloud: CloudName;
  readonly method: string;
  readonly path: string;
  /** The ARM action that was checked, e.g. `Microsoft.Network/virtualNetworks/write`. */
  readonly action?: string;
  /** Who called: `deployer`, `aiven`, `app <client id>`. */
  readonly identity: string;
  /** The tenant of the token, then those of the auxiliary tokens. */
  readonly tenants: readonly string[];
}

export interface JournalEntry extends Call {
  readonly at: number;
  readonly status: number;
  readonly code?: string;
}

/** Every call to a cloud, in order. It holds no bodies, so no secret can get into it. */
export class Journal {
  readonly entries: JournalEntry[] = [];

  record(entry: JournalEntry): void {
    this.entries.push(entry);
  }

  /** The calls whose `METHOD path` matches, e.g. `/^DELETE .*virtualNetworkPeerings/`. */
  matching(pattern: RegExp): JournalEntry[] {
    return this.entries.filter((entry) => pattern.test(`${entry.method} ${entry.path}`));
  }

  /** One line per call, for people. */
  lines(): string[] {
    return this.entries.map(({ at, cloud, method, path, identity, tenants, status, code }) =>
      [new Date(at).toISOString(), cloud, `${method} ${path}`, identity, tenants.join("+"), status, code ?? ""].join(
        " ",
      ),
    );
  }
}
