import { usualTimeZone } from '../../../src/domain/time/schoolTime';
import { type PupilArea, pupilAreas } from '../../../src/domain/people/areas';
import { normalEmail } from '../../../src/domain/people/access';
import type { AdultChild } from '../../../src/domain/people/adult';
import { adultHomeSchema } from '../../../src/lists/adultHome';
import { encode } from '../../../src/lists/payload';
import type { Ruling } from '../access/ruling';
import { pairName, type KeyStore } from '../keyStore';
import type { School } from '../school/school';
import { row, type Row } from '../rows/row';

/** An adult with access to at least one pupil. */
export interface Adult {
  readonly key: string;
  /** Lower case. Goes to SharePoint's own sign-in and nowhere else. */
  readonly email: string;
  readonly children: readonly AdultChild[];
}

export interface AdultsWanted {
  readonly school: School;
  readonly rulings: readonly Ruling[];
  readonly keys: KeyStore;
  readonly isPublished: (pupilId: string) => boolean;
  /** The account that an adult has on the site, by adult key: for those whose new one waits, or whom the export has lost. */
  readonly accounts: ReadonlyMap<string, string>;
  /** Adults who go on with that account, by MIS id. */
  readonly keepAccount: ReadonlySet<string>;
  /** What Adult Home says of their children now, by adult key: for pupils whom the export has lost. */
  readonly children: ReadonlyMap<string, readonly AdultChild[]>;
}

/** Adults who may see something of a pupil that is on the site or will be after this run. */
export function adultsWithAccess({ school, rulings, keys, isPublished, accounts, keepAccount, children }: AdultsWanted): readonly Adult[] {
  const byAdult = new Map<string, Ruling[]>();
  for (const ruling of rulings.filter((each) => each.areas.length > 0 && (each.isKept || isPublished(each.pupilId)))) {
    byAdult.set(ruling.contactId, [...(byAdult.get(ruling.contactId) ?? []), ruling]);
  }
  return [...byAdult].flatMap(([contactId, allowed]) => {
    const key = keys.adult(contactId);
    // Whoever keeps a link that the export has lost keeps the account too: an export that has lost one may have slipped in the other.
    const keeps = keepAccount.has(contactId) || allowed.some(({ isKept }) => isKept);
    const email = keeps ? (accounts.get(key) ?? '') : normalEmail(school.contacts.get(contactId)?.email);
    const known = children.get(key) ?? [];
    const own = allowed.flatMap((ruling) => childOf(school, ruling, keys, known)).sort(oldestFirst);
    // Without an account there is nobody to open anything to.
    return email === '' ? [] : [{ key, email, children: inKnownOrder(own, known) }];
  });
}

type Child = AdultChild & { readonly birth: string };

function childOf(school: School, { pupilId, areas }: Ruling, keys: KeyStore, known: readonly AdultChild[]): readonly Child[] {
  const pupil = school.pupils.get(pupilId);
  const pupilKey = keys.pupil(pupilId);
  const forename = pupil ? (pupil.preferredForename ?? pupil.legalForename) : known.find((child) => child.pupilKey === pupilKey)?.forename;
  return forename === undefined ? [] : [{ pupilKey, forename, areas, hasHome: seesAll(areas), birth: pupil?.dateOfBirth ?? '' }];
}

/** Children whom the export has lost have no age: where there are such, the order stays as it was. */
function inKnownOrder(children: readonly Child[], known: readonly AdultChild[]): readonly Child[] {
  const place = ({ pupilKey }: Child) => known.findIndex((child) => child.pupilKey === pupilKey) + 1 || known.length + 1;
  return known.length === 0 ? children : [...children].sort((a, b) => place(a) - place(b));
}

/** The home row shows every area: only who may see all of them may read it. */
export function seesAll(areas: readonly PupilArea[]): boolean {
  return pupilAreas.every((area) => areas.includes(area));
}

function oldestFirst(a: Child, b: Child): number {
  return a.birth.localeCompare(b.birth) || a.forename.localeCompare(b.forename, 'en-GB') || a.pupilKey.localeCompare(b.pupilKey);
}

/** The row that tells an adult who their children are. Who signs in as the adult is set beside: it is no part of the content. */
export function adultHomeRow(adult: Adult, schoolName: string): Row {
  const payload = encode(adultHomeSchema, { version: 1, children: adult.children, timeZone: usualTimeZone, schoolName });
  return row(adult.key, '', { Title: adult.key, AdultKey: adult.key, Payload: payload });
}

export function accessRow(ruling: Ruling, keys: KeyStore): Row {
  const [adultKey, pupilKey] = [keys.adult(ruling.contactId), keys.pupil(ruling.pupilId)];
  const key = pairName(adultKey, pupilKey);
  return row(key, '', {
    Title: key,
    AccessKey: key,
    AdultKey: adultKey,
    PupilKey: pupilKey,
    Decision: ruling.areas.length > 0 ? 'allowed' : 'refused',
    Rule: ruling.rule,
    Areas: ruling.areas.join(';'),
    Reason: ruling.reason,
    SinceDay: ruling.sinceDay,
    Standing: ruling.standing.join(';'),
    StandingDay: ruling.standingDay,
  });
}
