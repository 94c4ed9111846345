import fc from 'fast-check';
import { kitFor, kitForDay, type KitRule } from '../../../src/domain/timetable/kit';
import { lesson } from '../../kit/schoolYear';

const pe: KitRule = { subject: 'PE', bring: ['PE kit', 'Water bottle'] };
const pool: KitRule = { subject: 'PE', room: 'Pool', bring: ['Swimming things'] };

describe('What to bring', () => {
  it('follows from the subject, whatever case and space it is written in', () => {
    expect(kitFor(lesson({ subject: ' pe' }), [pe])).toEqual(['PE kit', 'Water bottle']);
    expect(kitFor(lesson({ subject: 'Spelling' }), [pe])).toEqual([]);
  });

  it('needs every filled column to match', () => {
    expect(kitFor(lesson({ subject: 'PE', room: 'Pool' }), [pool])).toEqual(['Swimming things']);
    expect(kitFor(lesson({ subject: 'PE', room: 'Gym' }), [pool])).toEqual([]);
    expect(kitFor(lesson({ subject: 'PE' }), [pool])).toEqual([]);
    expect(kitFor(lesson({ className: '8B/Te2' }), [{ subject: ' ', className: '8b/te2', bring: ['Apron'] }])).toEqual(['Apron']);
  });

  it('names each thing once', () => {
    const rules = [pe, { room: 'Gym', bring: ['pe kit ', 'Trainers', ''] }];
    expect(kitFor(lesson({ subject: 'PE', room: 'Gym' }), rules)).toEqual(['PE kit', 'Water bottle', 'Trainers']);
  });

  it("follows the order of the day's lessons", () => {
    const rules = [pe, { subject: 'Food', bring: ['Ingredients', 'Water bottle'] }];
    const day = { date: '2026-11-23', lessons: [lesson({ subject: 'Food' }), lesson({ subject: 'Maths' }), lesson({ subject: 'PE' })] };
    expect(kitForDay(day, rules)).toEqual(['Ingredients', 'Water bottle', 'PE kit']);
  });

  it('is nothing for a lesson that is cancelled', () => {
    expect(kitFor(lesson({ subject: 'PE', change: 'cancelled' }), [pe])).toEqual([]);
    expect(kitFor(lesson({ subject: 'PE', change: 'cover' }), [pe])).toEqual(['PE kit', 'Water bottle']);
  });

  it('is nothing by a rule without a filled column, whatever the lesson', () => {
    const anyText = fc.option(fc.string(), { nil: undefined });
    fc.assert(
      fc.property(
        fc.record({ subject: fc.string(), className: fc.string(), room: anyText }),
        fc.constantFrom(undefined, '', '  '),
        (texts, blank) => {
          expect(
            kitFor(lesson(texts), [{ bring: ['Everything'] }, { subject: blank, room: blank, className: blank, bring: ['Everything'] }]),
          ).toEqual([]);
        },
      ),
    );
  });
});
