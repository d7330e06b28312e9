import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./measure";
import type { Part } from "./report";
import { ROOT } from "../tools/folder";

const GOAL = 200_000;

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
    await run(["npm", "pack", "--ignore-scripts", "--pack-destination", folder], { cwd: ROOT });
    const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "";
    const packed = statSync(join(folder, tarball)).size;
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
