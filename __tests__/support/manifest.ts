import type { Synthesised } from "./synth";

interface Manifest {
  readonly version: number;
  readonly peerings: Readonly<Record<string, Record<string, unknown>>>;
}

/** What a stack says of its peerings. */
export const manifestOf = ({ json }: Synthesised): Manifest =>
  (json["//"] as unknown as { readonly aivenAzurePeering: Manifest }).aivenAzurePeering;

/** What it says of its one peering. */
export function factsOf(stack: Synthesised): Record<string, unknown> {
  const [facts, ...others] = Object.values(manifestOf(stack).peerings);
  expect(others).toEqual([]);
  return facts ?? {};
}
