import fc from 'fast-check';
import { isLong, noticesFor, type Notice } from '../../src/domain/notices';
import { anyDateOfTheYear } from '../kit/schoolYear';

const pupil = { yearGroup: 'Year 8', form: '8B' };
const classes = [{ key: 'k1', name: '8B/Ma1' }];

function notice(more: Partial<Notice> = {}): Notice {
  return { id: '1', title: 'Book fair', body: '', audience: 'school', from: '2026-11-20', until: '2026-11-27', ...more };
}

function shown(...notices: readonly Notice[]): string[] {
  return noticesFor(pupil, classes, notices, '2026-11-23').map(({ id }) => id);
}

describe('A notice is shown', () => {
  it('to everybody where it is for the school', () => {
    expect(shown(notice())).toEqual(['1']);
  });

  it('to the year group, class or form it names', () => {
    expect(
      shown(
        notice({ id: '1', audience: 'year', audienceValue: 'year 8' }),
        notice({ id: '2', audience: 'year', audienceValue: 'Year 9' }),
        notice({ id: '3', audience: 'class', audienceValue: ' 8b/ma1' }),
        notice({ id: '4', audience: 'class', audienceValue: '8A/Ma1' }),
        notice({ id: '5', audience: 'class', audienceValue: '8B' }),
      ),
    ).toEqual(['5', '3', '1']);
  });

  it('to nobody where it names no year group or class, or an audience that we do not know', () => {
    // Staff can rename a choice of the list; the type cannot stop them.
    const renamed = { ...notice(), audience: 'governors' as Notice['audience'], audienceValue: '8B' };
    expect(shown(notice({ audience: 'year' }), notice({ audience: 'class', audienceValue: ' ' }), renamed)).toEqual([]);
    expect(
      noticesFor({ yearGroup: '' }, [], [notice({ audience: 'year', audienceValue: '' }), notice({ audience: 'class' })], '2026-11-23'),
    ).toEqual([]);
  });

  it('from its first to its last day', () => {
    expect(
      shown(
        notice({ id: '1', until: '2026-11-23' }),
        notice({ id: '2', from: '2026-11-23' }),
        notice({ id: '3', until: '2026-11-22' }),
        notice({ id: '4', from: '2026-11-24' }),
      ),
    ).toEqual(['2', '1']);
  });

  it('after the newer ones', () => {
    expect(shown(notice({ id: '9' }), notice({ id: '10' }), notice({ id: '2', from: '2026-11-22' }))).toEqual(['2', '10', '9']);
  });

  it('only on its days, whatever the day', () => {
    fc.assert(
      fc.property(anyDateOfTheYear, anyDateOfTheYear, anyDateOfTheYear, (from, until, date) => {
        const isShown = noticesFor(pupil, classes, [notice({ from, until })], date).length === 1;
        expect(isShown).toBe(from <= date && date <= until);
      }),
    );
  });
});

describe('A body is long', () => {
  it('where it is more than a glance, or of several lines', () => {
    expect(isLong('Please return the form by Friday.')).toBe(false);
    expect(isLong('')).toBe(false);
    expect(isLong('Saturday 5 December, 11:00 to 15:00 in the main hall. Everyone is welcome.')).toBe(true);
    expect(isLong('Monday: hall\nTuesday: gym')).toBe(true);
    expect(isLong('Please return the form.\n')).toBe(false);
  });
});
