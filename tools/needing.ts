import { machineHas } from "./machine";

/** Stands where `test` does, and runs nothing; Jest's own `test.skip` cannot be skipped once more. */
const leftOut = Object.assign(test.skip, { skip: test.skip });

/**
 * `test` where this machine has what tests need; elsewhere the same, but it runs nothing. In continuous integration that is an error.
 *
 * @param what - says what is left out.
 */
export const testNeeding = (need: Parameters<typeof machineHas>[0], what: string): jest.It =>
  machineHas(need, what) ? test : leftOut;
