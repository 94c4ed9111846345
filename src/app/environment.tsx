import * as React from 'react';
import { usualTimeZone, schoolNow, type SchoolMoment } from '../domain/time/schoolTime';
import { dateWords, type DateWords } from '../loc/dateWords';
import type { Language, Strings } from '../loc/language';
import { languageOf } from '../loc/languageOf';

/** What the page says of itself and of who looks at it. */
export interface HostContext {
  /** The page's culture: 'en-gb'. */
  readonly locale: string;
  readonly isEditing: boolean;
  /** An e-mail address, a telephone number or plain words, as the page's editor typed it; empty where nobody did. */
  readonly helpContact: string;
  readonly onOpenPropertyPane: () => void;
}

/** What every part of a view knows without asking. */
export interface Environment extends HostContext {
  readonly language: Language;
  readonly strings: Strings;
  readonly dates: DateWords;
  readonly now: Date;
  /** Now, on the school's clock. */
  readonly schoolMoment: SchoolMoment;
  readonly timeZone: string;
}

const Context = React.createContext<Environment | undefined>(undefined);

export function useEnvironment(): Environment {
  const environment = React.useContext(Context);
  if (!environment) throw new Error('A view stands outside its EnvironmentProvider');
  return environment;
}

interface EnvironmentProviderProps {
  readonly host: HostContext;
  readonly clock: () => Date;
  readonly children?: React.ReactNode;
}

/** The page, its language and the clock, on the default time zone until the school's is known. */
export function EnvironmentProvider({ host, clock, children }: EnvironmentProviderProps): React.ReactElement {
  const now = useNow(clock);
  const language = languageOf(host.locale);
  const environment = inTimeZone({ ...host, language, strings: language.strings, now }, usualTimeZone);
  return <Context.Provider value={environment}>{children}</Context.Provider>;
}

/** The same on the school's own clock. */
export function SchoolTimeZone({
  timeZone,
  children,
}: {
  readonly timeZone: string;
  readonly children?: React.ReactNode;
}): React.ReactElement {
  return <Context.Provider value={inTimeZone(useEnvironment(), timeZone)}>{children}</Context.Provider>;
}

function inTimeZone(base: Omit<Environment, 'dates' | 'schoolMoment' | 'timeZone'>, timeZone: string): Environment {
  return { ...base, timeZone, dates: dateWords(base.language, base.now, timeZone), schoolMoment: schoolNow(base.now, timeZone) };
}

const halfMinute = 30_000;

/** The clock, looked at twice a minute: a page that stays open moves on to tomorrow. */
function useNow(clock: () => Date): Date {
  const [now, setNow] = React.useState(clock);
  React.useEffect(() => {
    const timer = setInterval(() => setNow(clock()), halfMinute);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}
