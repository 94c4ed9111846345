import type { SPFI } from '@pnp/sp';
import { listUrl } from '../../lists';
import { dashboardPreferencesSchema, preferencesList } from '../../lists/preferences';
import { decode, encode } from '../../lists/payload';
import type { DashboardStore } from '../dashboardStore';
import type { Session } from '../session';
import { sharePointError } from './client';
import type { AskLists } from './listQuestions';
import { both, where } from './odata';
import { everyRow, preferencesRow } from './rows';

const purpose = 'dashboard';

/** How this person likes the dashboard: one row of their own. */
export function preferences(sp: SPFI, ask: AskLists, session: Session): Pick<DashboardStore, 'preferences' | 'keepPreferences'> {
  return {
    preferences: async () => {
      // By author too: owners read everybody's rows.
      const filter = both(where('Purpose', 'eq', purpose), where('AuthorId', 'eq', session.userId));
      const rows = await ask.shared(preferencesList, { columns: ['Id', 'Payload'], filter, most: 1 });
      const [row] = everyRow(preferencesRow, rows, 'row-preferences');
      const decoded = row && decode(dashboardPreferencesSchema, row.Payload);
      // A row in a shape that we no longer know is as good as none, yet it is the row to replace.
      const value = decoded?.ok ? decoded.value : ({ version: 1, areaOrder: [] } as const);
      return row && { value, id: row.Id, etag: row['odata.etag'] };
    },
    keepPreferences: async (value, read) => {
      const items = sp.web.getList(listUrl(session.siteUrl, preferencesList)).items;
      const payload = encode(dashboardPreferencesSchema, value);
      try {
        if (read) await items.getById(read.id).update({ Payload: payload }, read.etag);
        else await items.add({ Title: purpose, Purpose: purpose, Payload: payload });
      } catch (thrown) {
        throw sharePointError(thrown);
      }
    },
  };
}
