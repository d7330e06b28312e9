const { default: Sequencer } = require("@jest/test-sequencer");

/** What takes longest must not begin last. On a machine that has run the tests before jest knows that itself. */
const LONG = [/[\\/]package\.test\.ts$/, /[\\/]deploy[\\/]/];
const rank = ({ path }) => LONG.findIndex((pattern) => pattern.test(path)) >>> 0;

module.exports = class SlowestFirst extends Sequencer {
  sort(tests) {
    const known = [...tests].some(({ duration }) => duration !== undefined);
    const sorted = super.sort(tests);
    return known ? sorted : sorted.sort((a, b) => rank(a) - rank(b));
  }
};
