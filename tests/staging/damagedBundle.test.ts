import { findingLine } from '../../staging/stage/findings/finding';
import { csv } from '../kit/bundle';
import { findingsOf } from '../kit/findingsOf';
import { rowOf, smallSchool } from '../kit/smallSchool';

describe('a bundle that is damaged', () => {
  const stops = async (...args: Parameters<typeof findingsOf>) =>
    (await findingsOf(...args))
      .filter(({ severity }) => severity === 'fatal')
      .map(({ code, file, line, column }) => [code, file, line, column]);
  const bytes = (text: string) => ({ bytes: { 'behaviour.csv': Buffer.from(text) } as const });
  const behaviour = (change: (text: string) => string) => {
    const rows = smallSchool()['behaviour.csv'];
    return bytes(change(csv(rows, Object.keys(rows[0] ?? {}))));
  };

  it('is stopped at a file whose rows or hash are not those of bundle.json', async () => {
    expect(await stops(smallSchool(), { files: { 'behaviour.csv': { rows: 4 } } })).toEqual([
      ['PKG-02', 'behaviour.csv', undefined, undefined],
    ]);
    expect(await stops(smallSchool(), { files: { 'behaviour.csv': { sha256: '0'.repeat(64) } } })).toEqual([
      ['PKG-20', 'behaviour.csv', undefined, undefined],
    ]);
  });

  it('holds the row of a quote that is never closed, and no other, without telling what follows it', async () => {
    const options = behaviour((text) => text.replace('Kindness', '"Kindness Zephyrine'));
    expect((await findingsOf(smallSchool(), options)).map(({ code, severity, file, line }) => [code, severity, file, line])).toEqual([
      ['ROW-03', 'quarantine', 'behaviour.csv', 2],
    ]);
    expect((await findingsOf(smallSchool(), options)).map(findingLine).join()).not.toContain('Zephyrine');
  });

  it('is stopped at a column that is missing, twice there or written with invisible characters', async () => {
    expect(
      await stops(
        smallSchool(),
        behaviour((text) => text.replace('polarity', 'kind')),
      ),
    ).toEqual([['PKG-03', 'behaviour.csv', 1, 'polarity']]);
    expect(
      await stops(
        smallSchool(),
        behaviour((text) => text.replace('subject', 'Type')),
      ),
    ).toEqual([['PKG-24', 'behaviour.csv', 1, 'type']]);
    expect(
      await stops(
        smallSchool(),
        behaviour((text) => text.replace('polarity', 'polar\u200bity')),
      ),
    ).toEqual([['PKG-22', 'behaviour.csv', 1, 'polarity']]);
  });

  it('is read where headers differ in case and outer space, behind a byte order mark, with columns that we do not know', async () => {
    const options = behaviour((text) => `\ufeff${text.replace('polarity', ' POLARITY ').replace('narrative', 'colour')}`);
    expect(await findingsOf(smallSchool(), options)).toEqual([]);
  });

  it('is read as Windows-1252 where it is not UTF-8, and says so', async () => {
    const rows = smallSchool()['behaviour.csv'];
    rowOf(rows, { eventId: 'E1' })['type'] = 'Caf\u00e9 helper';
    const options = { bytes: { 'behaviour.csv': Buffer.from(csv(rows, []), 'latin1') } };
    expect((await findingsOf(smallSchool(), options)).map(({ code, severity, file }) => [code, severity, file])).toEqual([
      ['PKG-04', 'warning', 'behaviour.csv'],
    ]);
  });

  it('is stopped at bytes that are no text at all', async () => {
    expect(await stops(smallSchool(), { bytes: { 'behaviour.csv': Buffer.from([0x61, 0x00, 0xff, 0xfe]) } })).toEqual([
      ['PKG-18', 'behaviour.csv', undefined, undefined],
    ]);
  });

  it('holds a row with too many cells', async () => {
    const options = behaviour((text) => text.replace('Kindness', 'Kindness,Kindness'));
    expect((await findingsOf(smallSchool(), options)).map(({ code, severity, line }) => [code, severity, line])).toEqual([
      ['ROW-03', 'quarantine', 2],
    ]);
  });

  it('is refused without bundle.json, with a delta, and with a window that ends before it begins', async () => {
    expect(await stops(smallSchool(), { files: { 'behaviour.csv': { mode: 'delta' } } })).toEqual([
      ['PKG-11', 'bundle.json', undefined, 'files.behaviour.csv.mode'],
    ]);
    const window = { mode: 'window', from: '2026-11-23', to: '2026-11-01' };
    expect(await stops(smallSchool(), { files: { 'behaviour.csv': window } })).toEqual([
      ['PKG-12', 'bundle.json', undefined, 'files.behaviour.csv'],
    ]);
    expect(await stops(smallSchool(), { extractedAt: 'yesterday' })).toEqual([['PKG-10', 'bundle.json', undefined, 'extractedAt']]);
  });
});
