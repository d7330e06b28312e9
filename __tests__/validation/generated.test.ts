import * as fc from "fast-check";
import { build, configuration } from "../support/configurations";
import { attempt, faultsOf } from "../support/faults";

/** `EVERYTHING=1` tries thousands: minutes instead of seconds. */
const RUNS = process.env.EVERYTHING === undefined ? 60 : 5_000;

test("whatever an app is made of, it is refused in one readable line or what it synthesises holds together", () => {
  let taken = 0;
  fc.assert(
    fc.property(configuration, (each) => {
      const result = attempt((scope) => build(scope, each));
      expect(faultsOf(result)).toEqual([]);
      if (result.stack === undefined) return;
      taken += 1;
      const secrets = result.stack.providers("azurerm").map((provider) => provider.client_secret ?? "");
      expect(secrets.filter((secret) => secret !== "" && !/^\$\{.*\}$/.test(secret as string))).toEqual([]);
    }),
    { numRuns: RUNS },
  );
  // The generator is of use only as long as most of what it makes is right.
  expect(taken).toBeGreaterThan(RUNS / 2);
});
