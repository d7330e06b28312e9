const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };

/** The length of a literal that the rule DURATION allows, in seconds. */
export function secondsOf(duration: string): number {
  return [...duration.matchAll(/([0-9.]+)(ms|s|m|h)/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * SECONDS[unit],
    0,
  );
}
