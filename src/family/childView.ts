/** Each child of this adult, with what is known of that child and of nobody else. */
import type { QueryState } from '../app/queryState';
import type { DataError } from '../data/errors';
import type { PublishedHome } from '../data/family';
import type { AdultChild } from '../domain/people/adult';
import type { PupilArea } from '../domain/people/areas';
import { initialsOf } from '../domain/people/names';
import type { Pupil } from '../domain/people/pupil';

export interface ChildView {
  readonly pupilKey: string;
  /** As it stands on every card; with the surname where two children share a forename. */
  readonly name: string;
  readonly initials: string;
  /** The child's place among the adult's children, from 0: gives the colour. */
  readonly index: number;
  /** What this adult may see of the child. */
  readonly areas: readonly PupilArea[];
  /** False for an adult who may see some areas only. */
  readonly hasHome: boolean;
  readonly pupil: Pupil | undefined;
  readonly home: PublishedHome | undefined;
  readonly homeReading: Reading;
}

/** How reading one thing about a child went. */
export interface Reading {
  readonly isLoading: boolean;
  readonly error: DataError | undefined;
  /** Read, and the school has no such thing of this child now. */
  readonly isMissing: boolean;
}

/** The adult's children in the school's order. A home that belongs to another pupil is not looked at. */
export function childViews(children: readonly AdultChild[], homeOf: (pupilKey: string) => QueryState<PublishedHome>): readonly ChildView[] {
  const views = children.map((child, index): ChildView => {
    const state = homeOf(child.pupilKey);
    const home = state.value?.pupil.key === child.pupilKey ? state.value : undefined;
    return {
      pupilKey: child.pupilKey,
      name: child.forename,
      initials: initialsOf(child.forename, home?.pupil.surname),
      index,
      areas: child.areas,
      hasHome: child.hasHome,
      pupil: home?.pupil,
      home,
      homeReading: readingOf({ ...state, value: home }),
    };
  });
  return withDistinctNames(views);
}

export function readingOf({ value, isLoading, error }: QueryState<unknown>): Reading {
  const hasValue = value !== undefined;
  return { isLoading, error: hasValue ? undefined : error, isMissing: !hasValue && !isLoading && error === undefined };
}

/** Children who share a forename get their surname, where it is known. */
function withDistinctNames(children: readonly ChildView[]): readonly ChildView[] {
  return children.map((child) => {
    const isShared = children.some((other) => other.pupilKey !== child.pupilKey && other.name === child.name);
    return isShared && child.pupil ? { ...child, name: `${child.name} ${child.pupil.surname}` } : child;
  });
}
