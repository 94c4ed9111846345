import type { PupilArea } from '../../../src/domain/people/areas';
import type { PupilHome } from '../../../src/domain/people/pupil';
import type { SchoolDate } from '../../../src/domain/time/schoolDate';
import type { RecordOf } from '../../../src/lists/areas';
import type { ExportedPupil, School } from '../school/school';

/** What the site has of one pupil where the export does not tell all. */
export interface PreviousState {
  readonly home: PupilHome | undefined;
  /** Payloads of records by area, as they stand on the site: only of periods that the export tells in part. */
  readonly payloads: Readonly<Partial<Record<PupilArea, readonly string[]>>>;
}

export const noPreviousState: PreviousState = { home: undefined, payloads: {} };

/** One pupil, of whom an area makes what is published. */
export interface AreaInput {
  readonly school: School;
  readonly pupil: ExportedPupil;
  readonly previous: PreviousState;
  readonly now: Date;
  /** Areas that some adult may see without seeing the home row. */
  readonly seenWithoutHome: ReadonlySet<PupilArea>;
}

/** What an area contributes to the pupil's home row. */
export type HomePart = Partial<Omit<PupilHome, 'version' | 'pupil'>>;

/** What is published of one area of one pupil. */
export interface AreaContent<Area extends PupilArea> {
  readonly records: readonly RecordOf<Area>[];
  readonly home: HomePart;
}

/** An area of a pupil's school life as staging knows it: where it comes from, how it is made, and how it is protected. */
export interface StagedArea<Area extends PupilArea = PupilArea> {
  /** The file of the export that a person is pointed to when something is odd about the area. */
  readonly file: string;
  /** From the export, and from the site what the export does not tell again. Only where the area was delivered. */
  make(input: AreaInput): AreaContent<Area>;
  /** What stays on the home row where the area was not delivered. */
  keepOnHome(before: PupilHome | undefined): HomePart;
  /** Says of a period's id whether the export would have brought its record again if it still held. Only where the area was delivered. */
  periodsToldBy(school: School): (periodId: string) => boolean;
  /** Ids of periods of which the export tells a part: the rest comes from the site. */
  periodsToldInPart(school: School): ReadonlySet<string>;
  readonly settled: SettledFacts;
}

/** What is long settled about a pupil, and telling: many pupils who lose some of it at once are a column that has slipped. */
export interface SettledFacts {
  /** Where they stand: on the home row, or in the area's own records. */
  readonly on: 'home' | 'records';
  /** Facts in a payload; none where it cannot be read. */
  facts(payload: unknown, today: SchoolDate): readonly string[];
  /** Whether a pupil of whom so many of all facts are gone looks like another child. */
  isRewritten(gone: number, all: number): boolean;
}

/** A single fact that is gone is enough. */
export const anyFactGone: SettledFacts['isRewritten'] = (gone) => gone > 0;

/** Nothing of the site is needed to tell the area whole. */
export const toldWhole: StagedArea['periodsToldInPart'] = () => new Set();
