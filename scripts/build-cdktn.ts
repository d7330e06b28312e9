/**
 * Builds the native packages for CDK Terrain, `cdktn-aiven-azure-peering` and `cdktn-provider-aiven`, in dist/cdktn: `npm run build:cdktn`.
 * It is this repository with CDKTF's names turned into CDK Terrain's (tools/cdktn says which), built as it builds itself.
 */
import { NATIVE, writeNative } from "../tools/cdktn/repository";
import { run } from "../tools/run";

export async function buildNative(): Promise<string> {
  await writeNative();
  await run("npm", ["run", "build"], NATIVE);
  return NATIVE;
}

if (require.main === module) {
  void buildNative().then((folder) =>
    console.log(`cdktn-aiven-azure-peering and cdktn-provider-aiven are built in ${folder}`),
  );
}
