/** The three candidates that share the longest run of characters with `name`, best first. */
export function nearest(name: string, candidates: readonly string[]): string[] {
  return [...candidates].sort((a, b) => sharedRun(name, b) - sharedRun(name, a)).slice(0, 3);
}

function sharedRun(a: string, b: string): number {
  for (let length = Math.min(a.length, b.length); length > 0; length--) {
    for (let start = 0; start + length <= a.length; start++) {
      if (b.includes(a.slice(start, start + length))) return length;
    }
  }
  return 0;
}
