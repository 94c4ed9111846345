import { openSite } from '../../staging/site/connection';
import { collectFindings } from '../../staging/stage/findings/findings';
import { readManifest } from '../../staging/stage/bundle/manifest';
import { readTable } from '../../staging/stage/bundle/readTable';
import { behaviourTable } from '../../staging/stage/bundle/tables';
import { readCurrentState } from '../../staging/stage/currentState/currentState';
import { streamReport, type Report } from '../../staging/report';
import { smallSchool } from '../kit/smallSchool';
import { writeBundle } from '../kit/bundle';
import { keptReport } from '../kit/keptReport';
import { siteAddress } from '../kit/localSite';
import { publisherToken } from '../kit/provisionedSite';
import { schoolSite, stagedSchool, stageTables } from '../kit/stagedSite';

/** An output that keeps what is written, and a clock that a test moves. */
function watched(isTTY: boolean) {
  const written: string[] = [];
  let now = 5_000;
  const report = streamReport({ isTTY, write: (text) => written.push(text) }, () => now);
  return {
    written,
    report,
    after: (seconds: number, done: number, step = 'Writing Pupil Records') => {
      now += seconds * 1000;
      report.progress(step, done, 8_000);
    },
    screen: () =>
      written
        .join('')
        .split('\n')
        .map((line) => line.split('\r\u001b[2K').pop() ?? ''),
  };
}

describe('Progress on a terminal', () => {
  const terminal = () => watched(true);

  it('is one line that moves, with the rate and the time left', () => {
    const { after, screen } = terminal();
    after(0, 0);
    after(2, 620);
    after(2, 1_240);
    expect(screen()).toEqual(['Writing Pupil Records: 1,240 of 8,000, 310 a second, 22 s left']);
  });

  it('says nothing of a rate within the first second', () => {
    const { after, screen } = terminal();
    after(0, 0);
    after(0.5, 620);
    expect(screen()).toEqual(['Writing Pupil Records: 620 of 8,000']);
  });

  it('ends with how long the step took, and the next line stands below', () => {
    const { after, screen, report } = terminal();
    after(0, 0);
    after(40, 8_000);
    report.log('Published.');
    expect(screen()).toEqual(['Writing Pupil Records: 8,000 of 8,000, 200 a second, in 40 s', 'Published.', '']);
  });

  it('goes to a line of its own where a step breaks off', () => {
    const { after, screen } = terminal();
    after(0, 0);
    after(2, 620);
    after(1, 0, 'Verifying');
    expect(screen()).toEqual(['Writing Pupil Records: 620 of 8,000, 310 a second, 24 s left', 'Verifying: 0 of 8,000']);
  });

  it.each([
    [99, '99 s'],
    [101, '2 min'],
    [3_541, '1 h 0 min'],
    [4_790, '1 h 20 min'],
  ])('writes %d seconds as %s', (seconds, words) => {
    const { after, screen } = terminal();
    after(0, 0);
    after(seconds, 4_000);
    expect(screen()[0]).toContain(`, ${words} left`);
  });
});

describe('Progress in a log', () => {
  const log = () => watched(false);

  it('is a line every ten seconds', () => {
    const { after, written } = log();
    after(0, 0);
    for (let second = 1; second <= 25; second += 1) after(1, second * 100);
    expect(written).toEqual([
      'Writing Pupil Records: 1,000 of 8,000, 100 a second, 70 s left\n',
      'Writing Pupil Records: 2,000 of 8,000, 100 a second, 60 s left\n',
    ]);
  });

  it('tells the end of a step that took longer than ten seconds', () => {
    const { after, written } = log();
    after(0, 0);
    after(9, 900);
    after(3, 8_000);
    expect(written).toEqual(['Writing Pupil Records: 8,000 of 8,000, 670 a second, in 12 s\n']);
  });

  it('says nothing of a short step', () => {
    const { after, written } = log();
    after(0, 0);
    after(9, 8_000);
    expect(written).toEqual([]);
  });

  it('counts the rate from where a step begins, in a second step of the same name too', () => {
    const { after, written } = log();
    after(0, 0);
    after(5, 8_000);
    after(60, 0);
    after(20, 200);
    expect(written).toEqual(['Writing Pupil Records: 200 of 8,000, 10 a second, 13 min left\n']);
  });

  it('leaves lines as they are', () => {
    const { report, written } = log();
    report.log('The export is in order.');
    expect(written).toEqual(['The export is in order.\n']);
  });
});

/** A report that keeps steps as 'Writing Findings: 3 of 3'. */
function keptSteps(): Report & { readonly steps: readonly string[] } {
  const steps: string[] = [];
  return { ...keptReport(), steps, progress: (step, done, total) => steps.push(`${step}: ${done} of ${total}`) };
}

describe('Steps that may take long', () => {
  it('tell how far a big file is read, and nothing of a small one', async () => {
    const tables = smallSchool();
    const [event = {}] = tables['behaviour.csv'];
    tables['behaviour.csv'] = Array.from({ length: 25_000 }, (_, index) => ({ ...event, eventId: `E${index}` }));
    const folder = await writeBundle(tables);
    const findings = collectFindings();
    const manifest = await readManifest(folder, findings);
    const { steps, progress } = keptSteps();
    if (manifest) await readTable(folder, manifest, behaviourTable, findings, { onRow: () => undefined, progress });
    expect(steps).toEqual([0, 10_000, 20_000, 25_000].map((done) => `Reading behaviour.csv: ${done} of 25000`));
  });

  it('tell how far groups and permissions of the site are read', async () => {
    const { steps, progress } = keptSteps();
    const { fetch } = await stagedSchool();
    await readCurrentState(openSite({ siteUrl: siteAddress, token: publisherToken, fetch }), progress);
    expect(steps).toEqual([
      'Reading groups of adults: 0 of 4',
      'Reading groups of adults: 4 of 4',
      'Reading permissions: 0 of 14',
      'Reading permissions: 14 of 14',
    ]);
  });

  it('begin with nothing done and end with all done, from the first to the last', async () => {
    const report = keptSteps();
    await stageTables(await schoolSite(), smallSchool(), { report });
    const names = [...new Set(report.steps.map((step) => step.split(':')[0]))];
    expect(names).toEqual(expect.arrayContaining(['Creating groups', 'Setting permissions', 'Writing Pupil Records', 'Verifying']));
    for (const name of names) {
      const own = report.steps.filter((step) => step.startsWith(`${name}:`)).map((step) => step.split(': ')[1]?.split(' of ').map(Number));
      expect(own[0]?.[0]).toBe(0);
      expect(own.at(-1)?.[0]).toBe(own.at(-1)?.[1]);
    }
  });
});
