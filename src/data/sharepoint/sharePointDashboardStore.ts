import type { DashboardStore } from '../dashboardStore';
import type { Session } from '../session';
import { sharePoint } from './client';
import { gatheredReads } from './gatheredReads';
import { askListsOf } from './listQuestions';
import { preferences } from './preferences';
import { pupilReads } from './pupilReads';
import { schoolReads } from './schoolReads';

const stores = new Map<string, DashboardStore>();

/** The same store for every web part of the page, so that what they ask for in one moment travels together. */
export function dashboardStoreOf(session: Session): DashboardStore {
  const sitePerson = `${session.userId} on ${session.siteUrl}`;
  const known = stores.get(sitePerson);
  if (known) return known;
  const store = sharePointDashboardStore(session, sitePerson);
  stores.set(sitePerson, store);
  return store;
}

export function sharePointDashboardStore(session: Session, sitePerson: string): DashboardStore {
  const sp = sharePoint(session);
  const ask = askListsOf(session.siteUrl, gatheredReads(sp));
  return { sitePerson, ...pupilReads(ask, session.userId), ...schoolReads(ask), ...preferences(sp, ask, session) };
}
