/**
 * Simulated time. In `jump` mode it stands still while there is work and jumps to the earliest sleeper once nothing has
 * happened for a moment (`quantum`, in real milliseconds): Terraform is another process, so where it cannot be seen at
 * work the simulator does not know that it has nothing more to ask, only that it has not asked. In `scaled` mode it runs
 * at real time times `factor`.
 */
export type ClockMode =
  { readonly kind: "jump"; readonly quantum: number } | { readonly kind: "scaled"; readonly factor: number };

interface Waiter {
  readonly due: number;
  readonly wake: () => void;
  /** A sleeper pulls time towards itself; an appointment of a cloud only happens when time passes it. */
  readonly pulls: boolean;
}

/** Real milliseconds between two looks at whether those who ask are at work. */
const GLANCE = 4;

export const seconds = (count: number): number => count * 1000;
export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => count * 3_600_000;
export const days = (count: number): number => count * 86_400_000;

export class Clock {
  private waiters: Waiter[] = [];
  private timer: NodeJS.Timeout | undefined;
  private held = 0;
  /** What the last look found: looking costs more than a call that only holds the jump back. */
  private sees = false;
  /** Whether those who ask the clouds are at work; undefined where that cannot be seen. */
  isBusy: () => boolean | undefined = () => undefined;
  private simulated: number;
  private real = Date.now();

  constructor(
    start: number,
    private readonly mode: ClockMode = { kind: "jump", quantum: 15 },
  ) {
    this.simulated = start;
  }

  /** Milliseconds since 1970, in simulated time. */
  now(): number {
    if (this.mode.kind === "jump") return this.simulated;
    return this.simulated + (Date.now() - this.real) * this.mode.factor;
  }

  /** The simulated moment as the clouds' APIs write it. */
  timestamp(at: number = this.now()): string {
    return new Date(at).toISOString().replace(/\.\d{3}Z$/, "Z");
  }

  /** A caller waits; sleepers that overlap wait together, not one after the other. */
  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.wait({ due: this.now() + milliseconds, wake: resolve, pulls: true }));
  }

  /** Something a cloud does by itself at that moment. It does not hurry time. */
  at(moment: number, work: () => void): void {
    this.wait({ due: moment, wake: work, pulls: false });
  }

  /** Somebody is at work: hold the next jump back by one quantum. */
  touch(): void {
    if (this.mode.kind === "jump" && this.timer) this.arm();
  }

  /** A machine of the clouds is at work: time stands still until the function that is returned is called. */
  hold(): () => void {
    this.held++;
    let holding = true;
    return () => {
      if (holding) this.held--;
      holding = false;
    };
  }

  /** Lets time pass by hand, as between two runs of Terraform. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.now() + milliseconds;
    for (let next = this.earliest(end); next; next = this.earliest(end)) {
      this.moveTo(next.due);
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.moveTo(end);
  }

  /** Forgets everybody who waits; nobody is woken. */
  stop(): void {
    this.waiters = [];
    this.arm();
  }

  private wait(waiter: Waiter): void {
    this.waiters.push(waiter);
    this.arm();
  }

  private earliest(end = Infinity, filter: (waiter: Waiter) => boolean = () => true): Waiter | undefined {
    let first: Waiter | undefined;
    for (const waiter of this.waiters) {
      if (waiter.due <= end && filter(waiter) && (!first || waiter.due < first.due)) first = waiter;
    }
    return first;
  }

  /** Time is now `moment`; everybody due by then is woken, in the order they are due. */
  private moveTo(moment: number): void {
    for (let next = this.earliest(moment); next; next = this.earliest(moment)) {
      this.set(Math.max(next.due, this.now()));
      this.waiters.splice(this.waiters.indexOf(next), 1);
      next.wake();
    }
    this.set(Math.max(moment, this.now()));
    this.arm();
  }

  private set(moment: number): void {
    this.simulated = moment;
    this.real = Date.now();
  }

  private arm(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const mode = this.mode;
    const next = mode.kind === "jump" ? this.earliest(Infinity, (waiter) => waiter.pulls) : this.earliest();
    if (!next) return;
    if (mode.kind === "jump") {
      const moment = this.sees ? Math.min(mode.quantum, GLANCE) : mode.quantum;
      const timer = setTimeout(() => setImmediate(() => this.jump(timer, next.due)), moment);
      this.timer = timer;
      return;
    }
    this.timer = setTimeout(() => this.moveTo(next.due), Math.max(0, next.due - this.now()) / mode.factor);
    // an appointment alone must not keep the process alive
    if (!next.pulls) this.timer.unref();
  }

  /** What had arrived when the moment was over has been read by now, and begun another one. */
  private jump(timer: NodeJS.Timeout, moment: number): void {
    if (timer !== this.timer) return;
    const busy = this.isBusy();
    this.sees = busy !== undefined;
    if (this.held > 0 || busy) this.arm();
    else this.moveTo(moment);
  }
}
