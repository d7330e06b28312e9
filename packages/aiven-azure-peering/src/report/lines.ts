import type { Line, Verdict } from "./report";

const saying =
  (verdict: Verdict) =>
  (looked: string, found: string, remedy?: string): Line => ({
    ...{ looked, verdict, found },
    ...(remedy === undefined ? {} : { remedy }),
  });

export const ok = saying("ok");
export const warning = saying("warning");
export const failed = saying("failed");
