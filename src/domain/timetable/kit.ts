/** What to bring to which lesson. */
import { distinctTexts, plainText, sameText } from '../plainText';
import type { Lesson, TimetableDay } from './lesson';

/** Holds for lessons that match every column that is filled. */
export interface KitRule {
  readonly subject?: string | undefined;
  readonly room?: string | undefined;
  readonly className?: string | undefined;
  readonly bring: readonly string[];
}

/** What to bring to a lesson, each thing once. Nothing to one that is cancelled. */
export function kitFor(lesson: Lesson, rules: readonly KitRule[]): string[] {
  if (lesson.change === 'cancelled') return [];
  return distinctTexts(rules.filter((rule) => matches(lesson, rule)).flatMap(({ bring }) => bring));
}

/** What to bring on a day, each thing once, in the order of its lessons. */
export function kitForDay(day: TimetableDay, rules: readonly KitRule[]): string[] {
  return distinctTexts(day.lessons.flatMap((lesson) => kitFor(lesson, rules)));
}

/** A rule without a filled column would match every lesson, which nobody who left it empty meant: it matches none. */
function matches(lesson: Lesson, rule: KitRule): boolean {
  const filled = (['subject', 'room', 'className'] as const).filter((column) => plainText(rule[column]) !== '');
  return filled.length > 0 && filled.every((column) => sameText(rule[column], lesson[column]));
}
