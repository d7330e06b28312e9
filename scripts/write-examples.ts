/** Writes what `aiven-azure-peering init` has to give into the command's build; `npm run build` does so. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { examples } from "../tools/examples";
import { ROOT } from "../tools/folder";

writeFileSync(join(ROOT, "packages/aiven-azure-peering/build/examples.json"), JSON.stringify(examples()));
