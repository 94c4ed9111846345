import fc from 'fast-check';
import { dashboardAreas, orderAreas } from '../../src/domain/dashboardAreas';

describe("The order of the dashboard's areas", () => {
  it("is the person's first, then the school's", () => {
    expect(orderAreas(['today', 'attendance', 'results', 'dates'], ['dates', 'results'])).toEqual([
      'dates',
      'results',
      'today',
      'attendance',
    ]);
    expect(orderAreas(['today', 'dates'], [])).toEqual(['today', 'dates']);
  });

  it('shows every area that the school shows, once, and no other', () => {
    const anyAreas = fc.array(fc.constantFrom(...dashboardAreas));
    fc.assert(
      fc.property(fc.subarray([...dashboardAreas]), anyAreas, (shown, preferred) => {
        expect([...orderAreas(shown, preferred)].sort()).toEqual([...shown].sort());
      }),
    );
  });
});
