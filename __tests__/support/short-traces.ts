/**
 * cdktf notes a stack trace of any length for every token, and jest looks each line of each up in a source map: most of what
 * a synth costs here. No test reads those traces; that of an error is as long as ever.
 */
const capture = Error.captureStackTrace.bind(Error);

Error.captureStackTrace = (target, below) => {
  const { stackTraceLimit } = Error;
  if (stackTraceLimit === Number.MAX_SAFE_INTEGER) Error.stackTraceLimit = 0;
  capture(target, below);
  Error.stackTraceLimit = stackTraceLimit;
};
