import * as v from 'valibot';
import type { PupilArea } from '../../src/domain/people/areas';
import type { AdultChild } from '../../src/domain/people/adult';
import type { SchoolDate } from '../../src/domain/time/schoolDate';
import { listUrl } from '../../src/lists/index';
import { adultHomeList, adultHomeSchema } from '../../src/lists/adultHome';
import { decode } from '../../src/lists/payload';
import type { Site } from '../site/connection';
import { noProgress } from '../report';
import type { Decision } from './access/decide';
import { brake, type Braked } from './access/brake';
import { checkColumns } from './brakes/columns';
import { restrainDeletions } from './brakes/deletions';
import type { Limits } from './limits';
import { pairStates } from './currentState/pairStates';
import { checkRewrites } from './brakes/rewrites';
import { checkShrunk } from './brakes/shrunk';
import type { Waiting } from './waiting';
import { buildDesiredState, type DesiredState } from './desiredState/desiredState';
import { accountsOf } from './currentState/accounts';
import type { PreviousState } from './areas/stagedArea';
import type { Memory } from './journal';
import type { Finding } from './findings/finding';
import { keyStore, type KeyStore } from './keyStore';
import { diffAccess, type AccessDiff } from './plan/accessDiff';
import { planChanges, type Plan } from './plan/plan';
import type { CurrentState } from './currentState/currentState';
import { readPreviousState } from './currentState/previousState';
import type { School } from './school/school';

export interface Facts {
  readonly site: Site;
  readonly school: School;
  readonly decisions: readonly Decision[];
  readonly currentState: CurrentState;
  readonly previous: (pupilKey: string) => PreviousState;
  readonly memory: Memory;
  readonly limits: Limits;
  readonly now: Date;
  /** In the school's time zone. */
  readonly today: SchoolDate;
}

export interface Prepared {
  readonly keys: KeyStore;
  readonly desiredState: DesiredState;
  readonly plan: Plan;
  readonly accessDiff: AccessDiff;
  /** What is done, and worth reading. */
  readonly notices: readonly Finding[];
  /** All that is out of the ordinary, approved or not. */
  readonly waiting: readonly Waiting[];
}

/** Works out what a run would change if just those things out of the ordinary were approved. Writes nothing. */
export async function prepare(facts: Facts, isApproved: (key: string) => boolean): Promise<Prepared> {
  const prepared = await prepareOnce(facts, isApproved);
  const areaQuestions = [
    ...checkShrunk(facts.school, facts.memory),
    ...(await checkRewrites(facts.site, prepared.plan.lists, facts.today)),
  ];
  const quarantined = [...prepared.waiting, ...areaQuestions].flatMap(({ key, area }) => (area && !isApproved(key) ? [area] : []));
  const without = quarantined.length === 0 ? prepared : await prepareOnce(await withoutAreas(facts, quarantined), isApproved);
  // Asked about as if all areas were read, so that whoever approves one of them is not asked anew about its deletions.
  return { ...without, waiting: [...prepared.waiting, ...areaQuestions] };
}

/** The same export, as if the files of some areas had not come: all that is told from them stays as it is published. */
async function withoutAreas(facts: Facts, areas: readonly PupilArea[]): Promise<Facts> {
  const delivered = { ...facts.school.delivered, ...Object.fromEntries(areas.map((area) => [area, false])) };
  const school = { ...facts.school, delivered };
  return { ...facts, school, previous: await readPreviousState(facts.site, school, facts.currentState, noProgress) };
}

async function prepareOnce(
  { site, school, decisions, currentState, previous, memory, limits, now, today }: Facts,
  isApproved: (key: string) => boolean,
): Promise<Prepared> {
  const keys = keyStore(currentState.keys);
  const states = pairStates(currentState.access);
  const accounts = accountsOf(currentState);
  const braked = brake({
    school,
    decisions,
    people: currentState.people,
    states,
    keys,
    limits,
    today,
    isApproved,
    published: new Set(currentState.pupilHome.rows.map(({ key }) => key)),
    accounts,
  });
  braked.identity.replaced.forEach(keys.retire);
  const children = await readChildren(site, currentState, keptAdults(braked, keys));
  const onSite = { homes: currentState.pupilHome.rows, freshness: currentState.freshness.rows, accounts };
  const desiredState = buildDesiredState({ school, braked, keys, onSite, previous, children, now });
  const plan = planChanges({ school, desiredState, currentState, keys, identity: braked.identity, today });
  const restrained = restrainDeletions(plan.lists, currentState, limits, isApproved);
  return {
    keys,
    desiredState,
    plan: { ...plan, lists: restrained.lists },
    accessDiff: diffAccess(desiredState, currentState, states),
    notices: braked.notices,
    waiting: [...checkColumns(school, memory), ...braked.waiting, ...restrained.waiting],
  };
}

function keptAdults({ rulings }: Braked, keys: KeyStore): ReadonlySet<string> {
  return new Set(rulings.filter(({ isKept }) => isKept).flatMap(({ contactId }) => keys.known('adult', contactId) ?? []));
}

const payloadRow = v.object({ Payload: v.nullable(v.string()) });

/** What Adult Home tells some adults of their children now. A row that cannot be read tells nothing. */
async function readChildren(
  site: Site,
  { adultHome }: CurrentState,
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
