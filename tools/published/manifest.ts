interface Manifest {
  readonly jsii?: { readonly outdir?: string; readonly targets?: object };
  readonly [name: string]: unknown;
}

/** What is about building and testing a package, and means nothing to who installs it. */
const LEFT_OUT = ["scripts", "devDependencies", "workspaces", "private"];

/** A package.json as it is published: without what only this repository needs. Scripts that npm would run or warn of are left out too. */
export function publishedManifest(text: string): string {
  const { jsii, ...manifest } = JSON.parse(text) as Manifest;
  const kept = Object.fromEntries(Object.entries(manifest).filter(([name]) => !LEFT_OUT.includes(name)));
  // jsii-pacmak reads both; the rest is for the compiler.
  const languages = jsii && { jsii: { outdir: jsii.outdir, targets: jsii.targets } };
  return `${JSON.stringify({ ...kept, ...languages }, undefined, 2)}\n`;
}
