import { listUrl } from '../../lists';
import type { Connection } from '../connection';
import type { Session } from '../session';
import { batchedReads } from './batchedReads';
import { sharePoint, sharePointError } from './client';
import { emptyWhereRefused, rowsOf } from './listRead';

const connections = new Map<string, Connection>();

/** The same connection for every web part of the page, so that what they ask for in one moment travels together. */
export function connectionOf(session: Session): Connection {
  // SharePoint's addresses ignore case: an editor may have typed the site's.
  const userKey = `${session.userId} on ${session.siteUrl.toLowerCase()}`;
  const known = connections.get(userKey);
  if (known) return known;
  const connection = connect(session, userKey);
  connections.set(userKey, connection);
  return connection;
}

/** A connection of its own, with batches of its own. */
export function connect(session: Session, userKey: string): Connection {
  const sp = sharePoint(session);
  const read = batchedReads(sp);
  const { siteUrl, userId } = session;
  return {
    userKey,
    userId: () => Promise.resolve(userId),
    read: (rows, query) => read(rowsOf(siteUrl, rows, query)),
    readShared: (rows, query) => read(emptyWhereRefused(rowsOf(siteUrl, rows, query))),
    add: (list, values) => write(() => sp.web.getList(listUrl(siteUrl, list)).items.add({ ...values })),
    update: (list, { id, etag }, values) =>
      write(() =>
        sp.web
          .getList(listUrl(siteUrl, list))
          .items.getById(id)
          .update({ ...values }, etag),
      ),
  };
}

async function write(send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch (thrown) {
    throw sharePointError(thrown);
  }
}
