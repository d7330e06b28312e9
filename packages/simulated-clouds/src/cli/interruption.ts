import { constants } from "node:os";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
export type Signal = (typeof SIGNALS)[number];

/** Ctrl-C, SIGTERM and the SIGHUP of a terminal that is closed do not end this process at once: what was started is stopped first, and what was made is removed. */
export class Interruption {
  /** The first that came. */
  signal: Signal | undefined;
  /** It was asked for, so it is no failure. */
  expected = false;
  private readonly controller = new AbortController();
  private readonly interrupt = (signal: Signal): void => {
    this.signal ??= signal;
    this.controller.abort();
  };

  constructor() {
    for (const signal of SIGNALS) process.on(signal, this.interrupt);
  }

  get aborted(): AbortSignal {
    return this.controller.signal;
  }

  /** Resolves when a signal has come that ends this process as it is meant to end. */
  wait(): Promise<void> {
    this.expected = true;
    if (this.signal) return Promise.resolve();
    // a listener for a signal does not keep a process alive
    const alive = setInterval(() => undefined, 2 ** 30);
    return new Promise((resolve) => {
      this.aborted.addEventListener("abort", () => {
        clearInterval(alive);
        resolve();
      });
    });
  }

  end(): void {
    for (const signal of SIGNALS) process.off(signal, this.interrupt);
  }
}

/** Runs a command's work to its end, which a signal only hastens; then one line says what became of the clouds. */
export async function interruptible(
  name: string,
  work: (interruption: Interruption) => Promise<number>,
): Promise<number> {
  const interruption = new Interruption();
  let code = 1;
  try {
    code = await work(interruption);
    if (interruption.signal === undefined) return code;
  } catch (error) {
    // what fails because it was interrupted is not worth a line of its own
    if (interruption.signal === undefined) throw error;
  } finally {
    interruption.end();
  }
  console.error(
    `${name}: stopped by ${interruption.signal}, the simulated clouds are gone and nothing is left of them`,
  );
  return interruption.expected ? code : 128 + constants.signals[interruption.signal];
}
