/** A provisioned site with two families on it, and web parts that reach it as one of its people. */
import { provision } from '../../staging/provision/provision';
import type { LocalSite } from '../../localsite/site';
import type { Connection } from '../../src/data/connection';
import type { Session } from '../../src/data/session';
import { connect } from '../../src/data/sharepoint/connection';
import { listUrl } from '../../src/lists';
import type { ListDefinition } from '../../src/lists/define';
import { preferencesList } from '../../src/lists/preferences';
import { adultHomeList, adultHomeSchema } from '../../src/lists/adultHome';
import { encode } from '../../src/lists/payload';
import { adultGroupTitle, ownRowsLevel, parentReadLevel } from '../../src/lists/permissions';
import type { AdultHome } from '../../src/domain/people/adult';
import { admin, openTestSite, origin, people, siteUrl } from './localSite';
import { clientOf } from './pnpClient';

export interface School {
  readonly site: LocalSite;
  /** Requests of the web parts since the last look, as 'METHOD path'. */
  requests(): string[];
  /** What a web part on a page of this person knows from its page. */
  sessionFor(email: string): Promise<Session>;
  /** What a web part on a page of this person reads with. */
  connectionFor(email: string): Promise<Connection>;
  /** The adult's own group, as staging makes it. */
  addAdult(email: string, key: string, home?: AdultHome): Promise<number>;
  /** A row in a folder of its own that only those groups may read. */
  addPupilRow(list: ListDefinition, pupilKey: string, groups: readonly number[], values: Readonly<Record<string, string>>): Promise<void>;
  addRow(list: ListDefinition, values: Readonly<Record<string, unknown>>): Promise<void>;
  close(): void;
}

export async function aSchool(): Promise<School> {
  const site = openTestSite();
  await provision({
    siteUrl: origin + siteUrl,
    token: `local:${admin}`,
    fetch: (request) => site.fetch(request),
    owners: [admin],
    report: { log: () => undefined, progress: () => undefined },
  });
  const { web } = clientOf(site, admin);
  const itemsOf = (list: ListDefinition) => web.getList(listUrl(siteUrl, list));
  const levelId = async (name: string): Promise<number> => (await web.roleDefinitions.getByName(name).select('Id')<{ Id: number }>()).Id;
  const readLevel = await levelId(parentReadLevel.name);
  const ownLevel = await levelId(ownRowsLevel.name);
  const wire = webPartWire(site);
  const folders = new Set<string>();

  const sessionFor = async (email: string): Promise<Session> => {
    wire.actAs(email);
    const { Id: userId } = await web.ensureUser(email);
    const legacyPageContext = { formDigestValue: await wire.digest(), formDigestTimeoutSeconds: 1800 };
    wire.requests();
    return { siteUrl, userId, context: { pageContext: { web: { absoluteUrl: origin + siteUrl }, legacyPageContext } } };
  };

  return {
    site,
    requests: wire.requests,
    sessionFor,
    close: () => {
      wire.restore();
      site.close();
    },
    connectionFor: async (email) => connect(await sessionFor(email), email),
    addAdult: async (email, key, home) => {
      const { Id: userId, LoginName } = await web.ensureUser(email);
      const group = await web.siteGroups.add({ Title: adultGroupTitle(key), OnlyAllowMembersViewMembership: true });
      await web.siteGroups.getById(group.Id).users.add(LoginName);
      await web.roleAssignments.add(group.Id, readLevel);
      await itemsOf(preferencesList).roleAssignments.add(group.Id, ownLevel);
      if (home) {
        const row = await itemsOf(adultHomeList).items.add({ AdultKey: key, AdultId: userId, Payload: encode(adultHomeSchema, home) });
        const item = itemsOf(adultHomeList).items.getById(Number(row.Id));
        await item.breakRoleInheritance(false, false);
        await item.roleAssignments.add(group.Id, readLevel);
      }
      return group.Id;
    },
    addPupilRow: async (list, pupilKey, groups, values) => {
      const listAddress = listUrl(siteUrl, list);
      const folderUrl = `${listAddress}/${pupilKey}`;
      if (!folders.has(folderUrl)) {
        const name = [{ FieldName: 'Title', FieldValue: pupilKey }];
        const created = await itemsOf(list).addValidateUpdateItemUsingPath(name, listAddress, false, undefined, {
          leafName: pupilKey,
          objectType: 1,
        });
        const folder = itemsOf(list).items.getById(Number(created.find(({ FieldName }) => FieldName === 'Id')?.FieldValue));
        await folder.breakRoleInheritance(false, false);
        for (const group of groups) await folder.roleAssignments.add(group, readLevel);
        folders.add(folderUrl);
      }
      await itemsOf(list).addValidateUpdateItemUsingPath(
        Object.entries(values).map(([FieldName, FieldValue]) => ({ FieldName, FieldValue })),
        folderUrl,
      );
    },
    addRow: async (list, values) => {
      await itemsOf(list).items.add({ ...values });
    },
  };
}

interface Wire {
  actAs(email: string): void;
  digest(): Promise<string>;
  requests(): string[];
  restore(): void;
}

/**
 * The browser's fetch leads to the local site as whoever is signed in: with cookie and digest as on a page for one person;
 * for the others with a token, for PnPjs keeps one digest a site as long as the process lives.
 */
function webPartWire(site: LocalSite): Wire {
  const browserFetch = globalThis.fetch;
  let email = '';
  let requests: string[] = [];
  const send = (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (email === people.ann) headers.set('Cookie', `localsite_signin=${encodeURIComponent(email)}`);
    else headers.set('Authorization', `Bearer local:${email}`);
    const request = new Request(String(input), { method: init.method ?? 'GET', headers, ...(init.body ? { body: init.body } : {}) });
    requests.push(`${request.method} ${new URL(request.url).pathname}`);
    return site.fetch(request);
  };
  globalThis.fetch = send;
  return {
    actAs: (who) => {
      email = who;
    },
    digest: async () => {
      const answer = await send(`${origin}${siteUrl}/_api/contextinfo`, {
        method: 'POST',
        headers: { Accept: 'application/json;odata=nometadata' },
      });
      const { FormDigestValue } = (await answer.json()) as { readonly FormDigestValue: string };
      return FormDigestValue;
    },
    requests: () => {
      const since = requests;
      requests = [];
      return since;
    },
    restore: () => {
      globalThis.fetch = browserFetch;
    },
  };
}
