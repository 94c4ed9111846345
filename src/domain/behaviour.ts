/** Which behaviour events may be published, and in which order families meet them. */
import type { ClockTime, SchoolMoment } from './time/schoolTime';
import { schoolDayEnds } from './time/sessionTimes';
import type { Period } from './calendar/period';
import { addDays, type SchoolDate } from './time/schoolDate';

export type Polarity = 'positive' | 'negative' | 'neutral';

/** Type, date, subject and points only: narratives are not published (docs/mis-facts.md, D5). */
export interface BehaviourEntry {
  readonly id: string;
  readonly date: SchoolDate;
  readonly time?: ClockTime | undefined;
  readonly polarity: Polarity;
  readonly type: string;
  readonly subject?: string | undefined;
  readonly points?: number | undefined;
}

/** Behaviour and achievements of one term, newest first. */
export interface BehaviourRecord {
  readonly version: 1;
  readonly period: Period;
  readonly entries: readonly BehaviourEntry[];
}

/** What publication depends on. Never the narrative: it is not read. */
export interface BehaviourFacts {
  readonly date: BehaviourEntry['date'];
  readonly polarity: Polarity;
  readonly type: string;
  /** 'Y', 'N' or blank as the export says it. */
  readonly parentVisible?: string | undefined;
}

export type BehaviourHold =
  /** Too new: the school speaks to the family first. */
  | 'BEH-01'
  /** A category that never leaves staff. */
  | 'BEH-03'
  /** The school marked it as not for parents, or in a way we do not know. */
  | 'BEH-04';

/** Beginnings of words. A type that has one is about safeguarding, health or prejudice, and often about another pupil. */
export const blockedWords = [
  'bully',
  'bullie',
  'cyberbull',
  'safeguard',
  'child protection',
  'cp',
  'lado',
  'abuse',
  'abusi',
  'neglect',
  'self harm',
  'suicid',
  'fgm',
  'radicali',
  'extremis',
  'medical',
  'medication',
  'mental health',
  'first aid',
  'prejudic',
  'racis',
  'racial',
  'homophob',
  'biphob',
  'transphob',
  'sexis',
  'sexual',
  'misogyn',
  'antisemit',
  'anti semit',
  'islamophob',
  'xenophob',
  'ableis',
  'disablis',
  'hate',
  'discriminat',
] as const;
/** Those of them that begin harmless words too. */
export const wholeWords: readonly string[] = ['cp', 'lado', 'fgm', 'hate'];

/** Why an event is not published now; undefined where it may be. */
export function whyHeld(event: BehaviourFacts, now: SchoolMoment): BehaviourHold | undefined {
  if (isBlockedType(event.type)) return 'BEH-03';
  if (!['', 'y'].includes((event.parentVisible ?? '').trim().toLowerCase())) return 'BEH-04';
  if (event.date > now.date) return 'BEH-01';
  // The school speaks to the family before this page does: negative events wait until the end of their own day.
  const embargoed = event.polarity === 'negative' && event.date === now.date && now.time < schoolDayEnds;
  return embargoed ? 'BEH-01' : undefined;
}

/** True for a type that is about bullying, safeguarding, health or prejudice. A type without words is in doubt: blocked. */
export function isBlockedType(type: string): boolean {
  const words = ` ${plainWords(type)} `;
  if (words.trim() === '') return true;
  return blockedWords.some((word) => words.includes(wholeWords.includes(word) ? ` ${word} ` : ` ${word}`));
}

/** Newest first; on one day the later time first, events without a time last. */
export function newestFirst(entries: readonly BehaviourEntry[]): BehaviourEntry[] {
  return [...entries].sort((a, b) => momentOf(b).localeCompare(momentOf(a)) || a.id.localeCompare(b.id));
}

/** Good news, then neutral, then the rest; newest first in each. */
export function goodNewsFirst(entries: readonly BehaviourEntry[]): BehaviourEntry[] {
  const newest = newestFirst(entries);
  return (['positive', 'neutral', 'negative'] as const).flatMap((polarity) => newest.filter((entry) => entry.polarity === polarity));
}

/** Praise is good news for about a term. */
const praiseDays = 120;

/** What was not so good is not held up for longer; the whole term is a tap away. */
const otherDays = 42;

/** Among several children only what the last week brought. */
const newDays = 7;

/** What is still news: praise, and whatever else was recorded; each newest first. */
export interface BehaviourNews {
  readonly good: readonly BehaviourEntry[];
  readonly other: readonly BehaviourEntry[];
}

/** What is still news of one child. */
export function behaviourNews(entries: readonly BehaviourEntry[], today: SchoolDate): BehaviourNews {
  const newest = newestFirst(entries);
  const since = (days: number): SchoolDate => addDays(today, -days);
  return {
    good: newest.filter(({ polarity, date }) => polarity === 'positive' && date >= since(praiseDays)),
    other: goodNewsFirst(entries).filter(({ polarity, date }) => polarity !== 'positive' && date >= since(otherDays)),
  };
}

/** The same among several children: the newest praise, and what else the last week brought. */
export function behaviourAtAGlance(entries: readonly BehaviourEntry[], today: SchoolDate): BehaviourNews {
  const { good, other } = behaviourNews(entries, today);
  return { good: good.slice(0, 1), other: other.filter(({ date }) => date >= addDays(today, -newDays)) };
}

function momentOf({ date, time }: BehaviourEntry): string {
  return `${date} ${time ?? ''}`;
}

/** Lower case, without marks; whatever is no letter or digit becomes one space. */
function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
