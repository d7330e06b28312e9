/**
 * Builds the native packages for CDK Terrain, `cdktn-aiven-azure-peering` and `cdktn-provider-aiven`, in dist/cdktn: `npm run build:cdktn`.
 * It is this repository with CDKTF's names turned into CDK Terrain's (tools/cdktn says which), built as it builds itself.
 */
import { NATIVE, writeNative } from "../tools/cdktn/repository";
import { run } from "../tools/run";

/** @returns the packages of CDK Terrain's that it is built with, as npm was asked for them */
export async function buildNative(): Promise<Readonly<Record<string, string>>> {
  const installed = await writeNative();
  await run("npm", ["run", "build"], NATIVE);
  return installed;
}

if (require.main === module) {
  void buildNative().then(() =>
    console.log(`cdktn-aiven-azure-peering and cdktn-provider-aiven are built in ${NATIVE}`),
  );
}
