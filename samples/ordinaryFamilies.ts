/** Families without a story of their own, until every form has its 30. */
import { namePools, surnameFor, type NamePool } from './names';
import { chance, pick } from './random';
import type { AdultPlan, FamilyPlan, Gender, LinkPlan, PupilPlan } from './roll';

const forms = ['7A', '7B', '8A', '8B', '9A', '9B', '10A', '10B'] as const;
const formSize = 30;

/** @param taken families that already have their places */
export function ordinaryFamilies(taken: readonly FamilyPlan[]): FamilyPlan[] {
  const places = new Map<string, number>(forms.map((form) => [form, formSize]));
  const names = new Set<string>();
  for (const pupil of taken.flatMap((family) => family.pupils)) {
    names.add(`${pupil.forename} ${pupil.surname}`);
    if (pupil.story !== 'left') takePlace(places, pupil.form);
  }
  const families: FamilyPlan[] = [];
  while ([...places.values()].some((free) => free > 0)) families.push(family(`family ${families.length}`, places, names));
  return families;
}

function takePlace(places: Map<string, number>, form: string): void {
  places.set(form, (places.get(form) ?? 0) - 1);
}

function family(label: string, places: Map<string, number>, names: Set<string>): FamilyPlan {
  const pool = weightedPool(label);
  const surname = pick(`${label} surname`, pool.surnames);
  const pupils = childForms(label, places).map((form, index) => {
    takePlace(places, form);
    return child(`${label} child ${index}`, { pool, surname, form, names });
  });
  return { pupils, adults: adultsOf(label, pool, surname, pupils) };
}

function weightedPool(label: string): NamePool {
  const total = namePools.reduce((sum, pool) => sum + pool.share, 0);
  let rest = chance(`${label} pool`) * total;
  for (const pool of namePools) {
    rest -= pool.share;
    if (rest < 0) return pool;
  }
  throw new Error('Shares add up to their total');
}

/** One form each in as many different years as there are children, the emptiest first. */
function childForms(label: string, places: ReadonlyMap<string, number>): string[] {
  const dice = chance(`${label} children`);
  const wanted = dice < 0.76 ? 1 : dice < 0.96 ? 2 : 3;
  const emptiest = [...places]
    .filter(([, free]) => free > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([form]) => form);
  const onePerYear = emptiest.filter((form, index) => emptiest.findIndex((other) => parseInt(other, 10) === parseInt(form, 10)) === index);
  return onePerYear.slice(0, wanted);
}

interface ChildOf {
  readonly pool: NamePool;
  readonly surname: string;
  readonly form: string;
  readonly names: Set<string>;
}

function child(label: string, { pool, surname, form, names }: ChildOf): PupilPlan {
  for (let attempt = 0; ; attempt += 1) {
    const gender: Gender = chance(`${label} gender ${attempt}`) < 0.5 ? 'F' : 'M';
    const given = pick(`${label} forename ${attempt}`, gender === 'F' ? pool.girls : pool.boys);
    const second = pick(`${label} second ${attempt}`, gender === 'F' ? pool.girls : pool.boys);
    // A small pool runs out of single names; a double forename is as likely as a repeated one.
    const forename = attempt < 4 || second === given ? given : `${given}-${second}`;
    const name = `${forename} ${surnameFor(surname, gender)}`;
    if (names.has(name)) continue;
    names.add(name);
    const short = shortForms[forename];
    const takesShort = short !== undefined && chance(`${label} short`) < 0.5;
    const middle = chance(`${label} middle`) < 0.3 && second !== given ? { middleNames: second } : {};
    return { forename, surname: surnameFor(surname, gender), gender, form, ...(takesShort ? { preferredForename: short } : {}), ...middle };
  }
}

const shortForms: Readonly<Record<string, string>> = {
  Isabella: 'Bella',
  Mohammed: 'Mo',
  Theo: 'Teddy',
  Samuel: 'Sam',
  Oluwaseun: 'Seun',
  Joshua: 'Josh',
  Eleanor: 'Ellie',
  Mateusz: 'Mati',
  Abirami: 'Abi',
};

function adultsOf(label: string, pool: NamePool, surname: string, pupils: readonly PupilPlan[]): AdultPlan[] {
  const dice = chance(`${label} home`);
  const keepsName = chance(`${label} keeps`) < 0.25;
  const ownSurname = keepsName ? pick(`${label} own`, pool.surnames) : surname;
  const mother = adult('F', `${label} mother`, pool, ownSurname, pupils, {
    relationship: 'Mother',
    parentalResponsibility: 'Y',
    priority: 1,
    livesWithPupil: true,
  });
  const fatherLink: LinkPlan = { relationship: 'Father', parentalResponsibility: 'Y', priority: 2, livesWithPupil: dice < 0.72 };
  const father = adult('M', `${label} father`, pool, surname, pupils, fatherLink);
  if (dice < 0.8) return [mother, father];
  if (dice < 0.92) return [mother];
  if (dice < 0.96) return [{ ...father, links: links(pupils, { ...fatherLink, priority: 1, livesWithPupil: true }) }];
  const grandparent: LinkPlan = { relationship: 'Grandfather', parentalResponsibility: 'N', priority: 3, livesWithPupil: false };
  const elders = { ...pool, men: pool.men.filter((forename) => forename !== father.forename) };
  return [mother, father, adult('M', `${label} grandfather`, elders, surname, pupils, grandparent)];
}

function adult(gender: Gender, label: string, pool: NamePool, surname: string, pupils: readonly PupilPlan[], link: LinkPlan): AdultPlan {
  const withoutEmail = link.priority > 1 && chance(`${label} email`) < 0.06;
  return {
    title:
      gender === 'F' ? pick(`${label} title`, ['Mrs', 'Ms', 'Miss', 'Mrs', 'Dr']) : pick(`${label} title`, ['Mr', 'Mr', 'Mr', 'Mr', 'Dr']),
    forename: pick(`${label} forename`, gender === 'F' ? pool.women : pool.men),
    surname: surnameFor(surname, gender),
    language: pool.language,
    links: links(pupils, link),
    ...(withoutEmail ? { email: null } : {}),
  };
}

function links(pupils: readonly PupilPlan[], link: LinkPlan): Readonly<Record<string, LinkPlan>> {
  return Object.fromEntries(pupils.map((pupil) => [pupil.forename, link]));
}
