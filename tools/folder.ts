import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** The checkout that this file is part of. */
export const ROOT = path.resolve(__dirname, "..");

const made = new Set<string>();

/** A new, empty folder outside the checkout, by its real path; `name` says in its name what it is for. */
export function temporaryFolder(name: string): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), `${name}-`)));
  made.add(folder);
  return folder;
}

export function removeTemporaryFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  made.delete(folder);
}

/** Removes every temporary folder that this process made and that is still there. */
export function removeTemporaryFolders(): void {
  made.forEach(removeTemporaryFolder);
}

/** Lends a temporary folder to `body`, and removes it whatever happens there. */
export async function withTemporaryFolder<Result>(
  name: string,
  body: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = temporaryFolder(name);
  try {
    return await body(folder);
  } finally {
    removeTemporaryFolder(folder);
  }
}
