import { spawn, type ChildProcess } from "node:child_process";

/** A terminal sends Ctrl-C to everything that runs in it, this too, while Terraform still needs it. */
const WATCH = `
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => undefined);
  process.stdin.resume().on("end", () => {
    require("node:fs").rmSync(process.argv[1], { recursive: true, force: true });
    process.exit();
  });`;

/**
 * The process whose id Terraform is given. It must stay alive while providers are served (Terraform looks every second),
 * and Terraform kills it when a provider's address refuses a connection, so it must never be this process.
 * It ends when its standard input closes, hence with its parent, however the parent ends, and removes the folder that would be left.
 */
export class Guard {
  private readonly child: ChildProcess;

  constructor(folder: string) {
    this.child = spawn(process.execPath, ["-e", WATCH, folder], { stdio: ["pipe", "ignore", "ignore"] });
    // neither the child nor its pipe keeps the parent running
    this.child.unref();
    (this.child.stdin as unknown as { unref(): void }).unref();
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error("could not start the guard process");
    return this.child.pid;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once("exit", resolve));
    this.child.ref();
    this.child.stdin?.end();
    await ended;
  }
}
