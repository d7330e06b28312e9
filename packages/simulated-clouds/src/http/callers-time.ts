import type { World } from "../clouds/world";
import { seconds } from "../clouds/clock";

/** Longer than a provider waits between two looks, so that it need not look often. */
const PATIENCE = seconds(30);

/**
 * Time for callers who cannot say how long they sleep. Whatever passed for them between two calls has passed for the clouds
 * too. And whoever gets a "not yet" will come back: until then the clouds take him for a sleeper, as they do a simulated
 * provider, so that their clock jumps.
 */
export class CallersTime {
  private seen = Date.now();

  constructor(private readonly world: World) {}

  async catchUp(): Promise<void> {
    const elapsed = Date.now() - this.seen;
    this.seen += elapsed;
    if (elapsed > 0 && this.world.settings.clock.kind === "jump") await this.world.clock.advance(elapsed);
  }

  notYet(): void {
    void this.world.clock.sleep(PATIENCE);
  }
}
