import { dependencies, devDependencies } from "./package.json";

/** A package of CDK Terrain's that the native packages ask for. */
export interface Release {
  /** What the native packages are built and tested with. */
  readonly version: string;
  /** What they accept: from that release on, because each minor of cdktn 0.x comes with a new major of every prebuilt provider. */
  readonly peer: string;
  /** The package on PyPI whose wheel holds the npm tarball too, where there is one. */
  readonly wheel?: string;
}

const provider = (name: "azurerm" | "azuread" | "time", peer: string): Readonly<Record<string, Release>> => ({
  [`@cdktn/provider-${name}`]: {
    version: dependencies[`@cdktn/provider-${name}`],
    peer,
    wheel: `cdktn-provider-${name}`,
  },
});

/** https://cdktn.io; a prebuilt provider wants the minor of cdktn that it was generated for. */
export const RELEASES: Readonly<Record<string, Release>> = {
  cdktn: { version: dependencies.cdktn, peer: ">=0.24 <1" },
  // cdktn 0.24 itself asks for less than 10.8, and its successors for ^10.6: a limit here would shut them out.
  constructs: { version: dependencies.constructs, peer: "^10.6.0" },
  ...provider("azurerm", ">=18.9"),
  ...provider("azuread", ">=17.1"),
  ...provider("time", ">=14.0.2"),
};

/** What the bindings of Aiven's provider are generated with. */
export const GENERATOR: Readonly<Record<string, string>> = devDependencies;

/** The peers of a package, by their names. */
export const peersOf = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, RELEASES[name]?.peer ?? "*"]));
