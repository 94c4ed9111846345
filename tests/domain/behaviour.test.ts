import fc from 'fast-check';
import {
  behaviourAtAGlance,
  behaviourNews,
  type BehaviourEntry,
  type BehaviourFacts,
  blockedWords,
  goodNewsFirst,
  isBlockedType,
  newestFirst,
  type Polarity,
  wholeWords,
  whyHeld,
} from '../../src/domain/behaviour';
import { anyDateOfTheYear, anyTime } from '../kit/schoolYear';

const now = { date: '2026-11-23', time: '15:59' };

function event(more: Partial<BehaviourFacts> = {}): BehaviourFacts {
  return { date: '2026-11-23', polarity: 'negative', type: 'Homework not handed in', parentVisible: 'Y', ...more };
}

const anyPolarity = fc.constantFrom<Polarity>('positive', 'neutral', 'negative');

describe('A behaviour event', () => {
  it('that is negative waits until four in the afternoon of its day', () => {
    expect(whyHeld(event(), now)).toBe('BEH-01');
    expect(whyHeld(event(), { ...now, time: '16:00' })).toBeUndefined();
    expect(whyHeld(event({ date: '2026-11-20' }), now)).toBeUndefined();
  });

  it('that is good news does not wait', () => {
    expect(whyHeld(event({ polarity: 'positive', type: 'Excellent effort' }), now)).toBeUndefined();
  });

  it('of a day that has not come is held, whatever it is', () => {
    expect(whyHeld(event({ polarity: 'positive', date: '2026-11-24' }), now)).toBe('BEH-01');
  });

  it('that the school keeps from parents, or marks in a way we do not know, is held', () => {
    expect(whyHeld(event({ date: '2026-11-20', parentVisible: 'N' }), now)).toBe('BEH-04');
    expect(whyHeld(event({ date: '2026-11-20', parentVisible: 'perhaps' }), now)).toBe('BEH-04');
    expect(whyHeld(event({ date: '2026-11-20', parentVisible: ' y ' }), now)).toBeUndefined();
    expect(whyHeld(event({ date: '2026-11-20', parentVisible: undefined }), now)).toBeUndefined();
  });

  it.each([
    'Bullying: under investigation',
    'Cyberbullying',
    'Cyber-bullying',
    'BULLIED another pupil',
    'Safeguarding concern',
    'Child  protection',
    'CP',
    'Medical room',
    'Prejudice-related incident',
    'Racist language',
    'Racial abuse',
    'Homophobic comment',
    'Anti-Semitic remark',
    'Islamophobia',
    'Self-harm',
    'Sexual harassment',
    'Ràcism',
    '',
    ' - ',
  ])('of type %p is never published', (type) => {
    expect(isBlockedType(type)).toBe(true);
    expect(whyHeld(event({ type, date: '2026-09-08' }), now)).toBe('BEH-03');
  });

  it.each(blockedWords)('with a word that begins with %p is never published', (word) => {
    expect([word, `Concern: ${word}`, `${word}, again`].every(isBlockedType)).toBe(true);
    expect(isBlockedType(`${word}x`)).toBe(!wholeWords.includes(word));
    expect(isBlockedType(`x${word}`)).toBe(false);
  });

  it('is held back by every one of the words we know: none has been lost', () => {
    expect([blockedWords.length, new Set(blockedWords).size, wholeWords.length]).toEqual([36, 36, 4]);
  });

  it.each(['Late to lesson', 'Kindness', 'Whatever it takes award', 'CPR course passed', 'Graceful winner', 'Chatter', 'Équipe captain'])(
    'of type %p may be',
    (type) => {
      expect(isBlockedType(type)).toBe(false);
    },
  );

  it('of a blocked type is held at any time and however it is marked', () => {
    fc.assert(
      fc.property(
        anyPolarity,
        anyDateOfTheYear,
        anyDateOfTheYear,
        anyTime,
        fc.constantFrom('Y', '', 'N'),
        (polarity, date, today, time, parentVisible) => {
          expect(whyHeld({ polarity, date, type: 'Bullying', parentVisible }, { date: today, time })).toBe('BEH-03');
        },
      ),
    );
  });
});

describe('The order of behaviour', () => {
  const entry = (id: string, polarity: Polarity, date: string, time?: string): BehaviourEntry => ({
    id,
    polarity,
    date,
    time,
    type: 'Effort',
  });

  it('is good news first, newest first in it', () => {
    const entries = [
      entry('a', 'negative', '2026-11-23'),
      entry('b', 'positive', '2026-11-20'),
      entry('c', 'neutral', '2026-11-22'),
      entry('d', 'positive', '2026-11-21'),
    ];
    expect(goodNewsFirst(entries).map(({ id }) => id)).toEqual(['d', 'b', 'c', 'a']);
  });

  it('of one day is by time, those without a time last', () => {
    const entries = [
      entry('a', 'positive', '2026-11-23'),
      entry('b', 'positive', '2026-11-23', '09:00'),
      entry('c', 'positive', '2026-11-23', '14:00'),
    ];
    expect(newestFirst(entries).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  it('loses no entry', () => {
    const anyEntry = fc.record({ id: fc.uuid(), polarity: anyPolarity, date: anyDateOfTheYear, type: fc.constant('Effort') });
    fc.assert(
      fc.property(fc.uniqueArray(anyEntry, { selector: ({ id }) => id }), (entries) => {
        const ids = (list: readonly BehaviourEntry[]) => list.map(({ id }) => id).sort();
        expect(ids(goodNewsFirst(entries))).toEqual(ids(entries));
        const ranks = goodNewsFirst(entries).map(({ polarity }) => ['positive', 'neutral', 'negative'].indexOf(polarity));
        expect(ranks).toEqual([...ranks].sort());
      }),
    );
  });
});

describe('News about behaviour', () => {
  const entry = (id: string, date: string, polarity: Polarity = 'positive'): BehaviourEntry => ({ id, date, polarity, type: 'Something' });
  const ids = (entries: readonly BehaviourEntry[]): string[] => entries.map(({ id }) => id);

  it('is praise of about a term, and anything else of six weeks, each newest first', () => {
    const entries = [
      entry('old praise', '2026-07-25'),
      entry('summer praise', '2026-07-27'),
      entry('praise', '2026-11-20'),
      entry('old lateness', '2026-10-11', 'negative'),
      entry('lateness', '2026-10-12', 'negative'),
    ];
    const { good, other } = behaviourNews(entries, '2026-11-23');
    expect(ids(good)).toEqual(['praise', 'summer praise']);
    expect(ids(other)).toEqual(['lateness']);
  });

  it('is at a glance the newest praise, and anything else of the last week', () => {
    const entries = [
      entry('praise', '2026-11-10'),
      entry('newer praise', '2026-11-11'),
      entry('lateness', '2026-11-15', 'negative'),
      entry('newer lateness', '2026-11-16', 'negative'),
      entry('remark', '2026-11-23', 'neutral'),
    ];
    const { good, other } = behaviourAtAGlance(entries, '2026-11-23');
    expect(ids(good)).toEqual(['newer praise']);
    expect(ids(other)).toEqual(['remark', 'newer lateness']);
  });
});
