import fc from 'fast-check';
import { chunks, type Operation } from '../../staging/site/batch';

const halfMebibyte = 512 * 1024;

function operation(bytes: number): Operation<number> {
  return { bytes, run: async () => bytes };
}

describe('batches', () => {
  it('hold at most 100 operations and half a MiB, in the order given', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 500 }), (sizes) => {
        const cut = chunks(sizes.map(operation));
        expect(cut.flat().map(({ bytes }) => bytes)).toEqual(sizes);
        for (const chunk of cut) {
          expect(chunk.length).toBeGreaterThan(0);
          expect(chunk.length).toBeLessThanOrEqual(100);
          expect(chunk.reduce((sum, { bytes = 0 }) => sum + bytes, 0)).toBeLessThanOrEqual(halfMebibyte);
        }
      }),
    );
  });

  it('carry an operation that is too large by itself alone', () => {
    expect(chunks([10, halfMebibyte * 2, 10].map(operation)).map((chunk) => chunk.length)).toEqual([1, 1, 1]);
  });
});
