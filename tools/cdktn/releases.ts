/** A package of CDK Terrain's that the native packages ask for. */
export interface Release {
  /** What the native packages are built and tested with. */
  readonly version: string;
  /** What they accept: from that release on, because each minor of cdktn 0.x comes with a new major of every prebuilt provider. */
  readonly peer: string;
  /** The package on PyPI whose wheel holds the npm tarball too, where there is one. */
  readonly wheel?: string;
}

/** https://cdktn.io; a prebuilt provider wants the minor of cdktn that it was generated for. */
export const RELEASES: Readonly<Record<string, Release>> = {
  cdktn: { version: "0.24.0", peer: ">=0.24 <1" },
  // As cdktn 0.24 asks for it.
  constructs: { version: "10.7.0", peer: ">=10.6.0 <10.8.0" },
  "@cdktn/provider-azurerm": { version: "18.9.0", peer: ">=18.9", wheel: "cdktn-provider-azurerm" },
  "@cdktn/provider-azuread": { version: "17.1.0", peer: ">=17.1", wheel: "cdktn-provider-azuread" },
  "@cdktn/provider-time": { version: "14.0.2", peer: ">=14.0.2", wheel: "cdktn-provider-time" },
};

/** The peers of a package, by their names. */
export const peersOf = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, RELEASES[name]?.peer ?? "*"]));
