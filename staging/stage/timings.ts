/** How long each stage took, in seconds with one decimal. */
export interface Timings {
  mark(name: string): void;
  seconds(): Readonly<Record<string, number>>;
}

export function startTimings(): Timings {
  const seconds: Record<string, number> = {};
  let last = performance.now();
  return {
    mark: (name) => {
      const now = performance.now();
      seconds[name] = Math.round((now - last) / 100) / 10;
      last = now;
    },
    seconds: () => seconds,
  };
}
