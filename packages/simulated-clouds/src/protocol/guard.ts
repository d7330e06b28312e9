import { spawn, type ChildProcess } from "node:child_process";

/**
 * The process whose id Terraform is given. It must stay alive while providers are served (Terraform looks every second),
 * and Terraform kills it when a provider's address refuses a connection, so it must never be this process.
 * It ends when its standard input closes, hence with its parent, however the parent ends.
 */
export class Guard {
  private readonly child: ChildProcess = spawn(process.execPath, ["-e", "process.stdin.resume()"], {
    stdio: ["pipe", "ignore", "ignore"],
  });

  constructor() {
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
    this.child.kill();
    await ended;
  }
}
