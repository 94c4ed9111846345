import * as React from 'react';
import { type SchoolMoment, schoolNow } from '../../domain/time/schoolTime';
import { dateWords, type DateWords } from '../../loc/dateWords';
import type { Language, Strings } from '../../loc/language';

/** What every part of the page knows without asking. */
export interface Surroundings {
  readonly strings: Strings;
  readonly dates: DateWords;
  readonly now: Date;
  /** Now, on the school's wall. */
  readonly schoolMoment: SchoolMoment;
  readonly timeZone: string;
  /** As the page's editor typed it; empty where nobody did. */
  readonly helpContact: string;
}

export function surroundingsOf(language: Language, now: Date, timeZone: string, helpContact: string): Surroundings {
  return {
    strings: language.strings,
    dates: dateWords(language, now, timeZone),
    now,
    timeZone,
    helpContact,
    schoolMoment: schoolNow(now, timeZone),
  };
}

const Context = React.createContext<Surroundings | undefined>(undefined);

export const SurroundingsProvider = Context.Provider;

export function useSurroundings(): Surroundings {
  const surroundings = React.useContext(Context);
  if (!surroundings) throw new Error('A part of the dashboard stands outside its SurroundingsProvider');
  return surroundings;
}

const halfMinute = 30_000;

/** The clock, looked at twice a minute: a page that stays open moves on to tomorrow. */
export function useNow(clock: () => Date): Date {
  const [now, setNow] = React.useState(clock);
  React.useEffect(() => {
    const timer = setInterval(() => setNow(clock()), halfMinute);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}
