import { ApiError } from "./api-error";
import type { Clock } from "./clock";
import type { Faults } from "./faults";
import type { Call, Journal } from "./journal";

/** What every call to any cloud goes through: it holds the clock, may meet a fault, and is written down. */
export class Calls {
  constructor(
    readonly clock: Clock,
    private readonly journal: Journal,
    private readonly faults: Faults,
  ) {}

  perform<T>(call: Call, work: () => T): T {
    this.clock.touch();
    const at = this.clock.now();
    try {
      const fault = this.faults.take(call);
      if (fault) throw fault;
      const result = work();
      this.journal.record({ ...call, at, status: 200 });
      return result;
    } catch (error) {
      if (error instanceof ApiError) this.journal.record({ ...call, at, status: error.status, code: error.code });
      throw error;
    }
  }
}
