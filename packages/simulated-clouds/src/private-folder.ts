import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Where a run keeps its sockets and files. Nobody but the user who started the run, and root, gets into it, so whoever reaches a
 * socket there may do what the run may: no password is asked.
 */
export class PrivateFolder {
  readonly path = mkdtempSync(join(tmpdir(), "simulated-clouds-"));

  constructor() {
    // mkdtemp does so too, but for a mask that takes more away
    chmodSync(this.path, 0o700);
  }

  /** The path of what is, or will be, in it. */
  at(name: string): string {
    return join(this.path, name);
  }

  /** Writes a file for its owner alone, and returns its path. */
  write(name: string, content: string, mode = 0o600): string {
    writeFileSync(this.at(name), content);
    chmodSync(this.at(name), mode);
    return this.at(name);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
