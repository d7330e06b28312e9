import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./measure";
import type { Part } from "./report";
import { ROOT } from "../tools/folder";
import { BINDINGS, PACKAGE } from "./workshop";

const GOAL = 200_000;
/** Of the bindings, which hold the whole of Aiven's provider. */
const BINDINGS_GOAL = 1_500_000;

/** Bytes and files below a folder. */
function weigh(folder: string): { bytes: number; files: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return {
    bytes: files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0),
    files: files.length,
  };
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** What an app downloads and keeps on its disk ÷ the bindings that it has anyway. */
export async function sizeBench(): Promise<Part> {
  const folder = mkdtempSync(join(tmpdir(), "bench-size-"));
  try {
    const pack = ["npm", "pack", "--ignore-scripts", "--pack-destination", folder];
    await run(pack, { cwd: ROOT });
    await run([...pack, "-w", BINDINGS], { cwd: ROOT });
    const tarballOf = (name: string) => readdirSync(folder).find((each) => each.startsWith(`${name}-`)) ?? "";
    const tarball = tarballOf(PACKAGE);
    const [packed, bindings] = [tarball, tarballOf(BINDINGS)].map((name) => statSync(join(folder, name)).size);
    await run(["tar", "-xzf", tarball], { cwd: folder });
    const ours = weigh(join(folder, "package"));
    const theirs = ["azurerm", "azuread"].map((name) => weigh(join(ROOT, "node_modules/@cdktf", `provider-${name}`)));
    const [bytes, files] = (["bytes", "files"] as const).map((key) => theirs.reduce((sum, each) => sum + each[key], 0));
    return {
      rows: [
        {
          what: "size: tarball",
          to: "200 kB",
          value: packed / GOAL,
          goal: 1,
          note: `${(packed / 1000).toFixed(0)} ÷ 200 kB`,
        },
        {
          what: "size: tarball of the bindings",
          to: "1.5 MB",
          value: bindings / BINDINGS_GOAL,
          goal: 1,
          note: `${megabytes(bindings)} ÷ 1.5 MB`,
        },
        {
          what: "size: installed",
          to: "azurerm and azuread",
          value: ours.bytes / bytes,
          note: `${megabytes(ours.bytes)} ÷ ${megabytes(bytes)}`,
        },
        {
          what: "size: files",
          to: "azurerm and azuread",
          value: ours.files / files,
          note: `${ours.files} ÷ ${files}`,
        },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
