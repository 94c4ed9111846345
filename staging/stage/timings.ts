/** How long each stage took, in seconds with one decimal. */
export interface Stopwatch {
  lap(name: string): void;
  laps(): Readonly<Record<string, number>>;
}

export function stopwatch(): Stopwatch {
  const laps: Record<string, number> = {};
  let last = performance.now();
  return {
    lap: (name) => {
      const now = performance.now();
      laps[name] = Math.round((now - last) / 100) / 10;
      last = now;
    },
    laps: () => laps,
  };
}
