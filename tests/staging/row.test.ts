import { contentHash } from '../../staging/stage/rows/hash';
import { row } from '../../staging/stage/rows/row';

describe('A row', () => {
  const fields = (payload: string) => ({ Title: 'k1', PupilKey: 'k1', Payload: payload });
  const long = JSON.stringify({ days: Array.from({ length: 200 }, (_, day) => ({ day, forename: 'Łukasz', note: '🎻 Grade 5' })) });

  it.each([
    ['short', '{"version":1}'],
    ['long', long],
    ['long and of no repeated words', [...long].reverse().join('')],
  ])('gives a %s payload back as it was', (_, payload) => {
    expect(row('k1', 'k1', fields(payload)).fields).toEqual(fields(payload));
  });

  it('has the hash of its fields, whatever their length', () => {
    expect(row('k1', 'k1', fields(long)).hash).toBe(contentHash(fields(long)));
  });
});
