import * as v from 'valibot';
import type { PupilArea } from '../../src/domain/people/areas';
import type { AdultChild } from '../../src/domain/people/adult';
import type { SchoolDate } from '../../src/domain/time/schoolDate';
import { listUrl } from '../../src/lists/index';
import { adultHomeList, adultHomeSchema } from '../../src/lists/adultHome';
import { decode } from '../../src/lists/payload';
import type { Site } from '../site/connection';
import { untold } from '../report';
import type { Decision } from './access/decide';
import { brake, type Braked } from './access/brake';
import { checkColumns } from './brakes/columns';
import { restrainDeletions } from './brakes/deletions';
import type { Limits } from './limits';
import { pairStates } from './currentState/pairStates';
import { checkRewrites } from './brakes/rewrites';
import { checkShrunk } from './brakes/shrunk';
import type { Waiting } from './waiting';
import { accountsOf, desire, type Desired } from './desiredState/desiredState';
import type { Published } from './areas/previousState';
import type { Memory } from './journal';
import type { Finding } from './findings/findings';
import { keyRing, type Keys } from './keyStore';
import { accessChange, type AccessChange } from './plan/accessDiff';
import { planAll, type Plan } from './plan/plan';
import type { Present } from './currentState/currentState';
import { readPublished } from './currentState/previousState';
import type { School } from './school/school';

export interface Facts {
  readonly site: Site;
  readonly school: School;
  readonly decisions: readonly Decision[];
  readonly present: Present;
  readonly published: (pupilKey: string) => Published;
  readonly memory: Memory;
  readonly limits: Limits;
  readonly now: Date;
  /** In the school's time zone. */
  readonly today: SchoolDate;
}

export interface Prepared {
  readonly keys: Keys;
  readonly desired: Desired;
  readonly plan: Plan;
  readonly change: AccessChange;
  /** What is done, and worth reading. */
  readonly notices: readonly Finding[];
  /** All that is out of the ordinary, approved or not. */
  readonly waiting: readonly Waiting[];
}

/** Works out what a run would change if just those things out of the ordinary were approved. Writes nothing. */
export async function prepare(facts: Facts, isApproved: (key: string) => boolean): Promise<Prepared> {
  const prepared = await prepareOnce(facts, isApproved);
  const doubts = [...checkShrunk(facts.school, facts.memory), ...(await checkRewrites(facts.site, prepared.plan.lists, facts.today))];
  const held = [...prepared.waiting, ...doubts].flatMap(({ key, area }) => (area && !isApproved(key) ? [area] : []));
  const without = held.length === 0 ? prepared : await prepareOnce(await withoutAreas(facts, held), isApproved);
  // Asked about as if all areas were read, so that whoever approves one of them is not asked anew about its deletions.
  return { ...without, waiting: [...prepared.waiting, ...doubts] };
}

/** The same export, as if the files of some areas had not come: all that is told from them stays as it is published. */
async function withoutAreas(facts: Facts, areas: readonly PupilArea[]): Promise<Facts> {
  const delivered = { ...facts.school.delivered, ...Object.fromEntries(areas.map((area) => [area, false])) };
  const school = { ...facts.school, delivered };
  return { ...facts, school, published: await readPublished(facts.site, school, facts.present, untold) };
}

async function prepareOnce(
  { site, school, decisions, present, published, memory, limits, now, today }: Facts,
  isApproved: (key: string) => boolean,
): Promise<Prepared> {
  const keys = keyRing(present.keys);
  const states = pairStates(present.access);
  const braked = brake({
    school,
    decisions,
    people: present.people,
    states,
    keys,
    limits,
    today,
    isApproved,
    published: new Set(present.pupilHome.rows.map(({ key }) => key)),
    accounts: accountsOf(present),
  });
  braked.identity.replaced.forEach(keys.retire);
  const children = await readChildren(site, present, keptAdults(braked, keys));
  const desired = desire({ school, braked, keys, present, published, children, now });
  const plan = planAll({ school, desired, present, keys, identity: braked.identity, today });
  const restrained = restrainDeletions(plan.lists, present, limits, isApproved);
  return {
    keys,
    desired,
    plan: { ...plan, lists: restrained.lists },
    change: accessChange(desired, present, states),
    notices: braked.notices,
    waiting: [...checkColumns(school, memory), ...braked.waiting, ...restrained.waiting],
  };
}

function keptAdults({ rulings }: Braked, keys: Keys): ReadonlySet<string> {
  return new Set(rulings.filter(({ isKept }) => isKept).flatMap(({ contactId }) => keys.known('adult', contactId) ?? []));
}

const payloadRow = v.object({ Payload: v.nullable(v.string()) });

/** What Adult Home tells some adults of their children now. A row that cannot be read tells nothing. */
async function readChildren(
  site: Site,
  { adultHome }: Present,
  adultKeys: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly AdultChild[]>> {
  const rows = adultHome.rows.filter(({ key }) => adultKeys.has(key));
  const answers = await site.batch(
    rows.map(({ id }) => ({
      run: async (web) =>
        v.parse(payloadRow, await web.getList(listUrl(site.path, adultHomeList)).items.getById(id).select('Payload')()).Payload,
    })),
  );
  return new Map(
    rows.flatMap(({ key }, index) => {
      const answer = answers[index];
      if (answer && !answer.ok) throw answer.error;
      const home = decode(adultHomeSchema, answer?.value);
      return home.ok ? [[key, home.value.children] as const] : [];
    }),
  );
}
