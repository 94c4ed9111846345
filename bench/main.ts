/** npm run bench -- staging: measures what is too slow and too large for a test. Nothing here runs in npm test. */
const benches: ReadonlyMap<string | undefined, () => Promise<unknown>> = new Map([['staging', () => import('./staging')]]);

async function main(asked: string | undefined): Promise<void> {
  const bench = benches.get(asked);
  if (bench) await bench();
  else {
    console.error(`Which bench? npm run bench -- ${[...benches.keys()].join(' | ')}`);
    process.exitCode = 2;
  }
}

void main(process.argv[2]);
