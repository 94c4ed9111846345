import * as v from 'valibot';
import { adultHomeList, adultHomeSchema } from '../../src/lists/adultHome';
import { decode } from '../../src/lists/payload';
import { pupilHomeList } from '../../src/lists/pupilHome';
import { pupilRecordsList } from '../../src/lists/pupilRecords';
import { admin } from '../kit/localSite';
import { as, type Answer } from '../kit/request';
import { demoPeople, runningSchool, samantha, schoolAddress, type Person } from '../kit/runningSchool';

const homeRow = v.object({
  Id: v.number(),
  PupilKey: v.nullable(v.string()),
  FileDirRef: v.string(),
  Payload: v.nullable(v.string()),
  UniqueId: v.string(),
});
const recordRow = v.object({ Id: v.number(), PupilKey: v.nullable(v.string()), FileDirRef: v.string() });
const adultRow = v.object({ Payload: v.nullable(v.string()), AdultKey: v.nullable(v.string()) });

type HomeRow = v.InferOutput<typeof homeRow> & { readonly PupilKey: string };

const school = runningSchool();
const site = new URL(schoolAddress()).pathname;
const homes = `_api/web/getlist('${site}/Lists/PupilHome')`;
const records = `_api/web/getlist('${site}/Lists/PupilRecords')`;

/** Only owners and the publisher see all pupils: they run Schoolgate. */
const seesEverything = ['admin', 'publisher'];

/** People of the demo school who may open the site, and adults to whom nothing is shared, who may not. */
let people: readonly Person[];
let refused: readonly Person[];
let allHomes: readonly HomeRow[];
let firstRecordOf: ReadonlyMap<string, v.InferOutput<typeof recordRow>>;

beforeAll(async () => {
  const everybody = (await demoPeople()).filter((person) => !seesEverything.includes(person.role));
  refused = everybody.filter((person) => person.children.length === 0 && !isStaff(person));
  people = everybody.filter((person) => !refused.includes(person));
  const found = await homesReadBy(admin);
  allHomes = found.flatMap((row) => (row.PupilKey === null ? [] : [{ ...row, PupilKey: row.PupilKey }]));
  const recordRows: v.InferOutput<typeof recordRow>[] = [];
  for (const home of allHomes) {
    const { json } = await as(school, admin).get(
      `${records}/items?$filter=PupilKey eq '${home.PupilKey}'&$top=1&$select=Id,PupilKey,FileDirRef`,
    );
    recordRows.push(...v.parse(v.object({ value: v.array(recordRow) }), json).value);
  }
  firstRecordOf = new Map(recordRows.map((row) => [row.PupilKey ?? '', row]));
});

function isStaff(person: Person): boolean {
  return person.email.endsWith('@oakfield.example');
}

function nameIn(home: HomeRow): string {
  const { pupil } = v.parse(v.object({ pupil: v.object({ forename: v.string(), surname: v.string() }) }), JSON.parse(home.Payload ?? ''));
  return `${pupil.forename} ${pupil.surname}`;
}

async function homesReadBy(email: string): Promise<readonly v.InferOutput<typeof homeRow>[]> {
  const columns = ['Id', 'PupilKey', 'FileDirRef', 'Payload', 'UniqueId'];
  return v.parse(v.array(homeRow), await as(school, email).rowsAndFolders(pupilHomeList, columns));
}

async function ownKeys(email: string): Promise<ReadonlySet<string>> {
  const rows = v.parse(v.array(adultRow), await as(school, email).rowsAndFolders(adultHomeList, ['Payload', 'AdultKey']));
  const own = rows.flatMap((row) => {
    const home = decode(adultHomeSchema, row.Payload);
    return home.ok ? home.value.children.map((child) => child.pupilKey) : [];
  });
  return new Set(own);
}

function inFull({ status, text }: Answer): string {
  return `${status} ${text}`;
}

/** The answer with what was asked for taken out, so that only the answer itself is compared. */
function asIfUnnamed(answer: Answer, named: string): string {
  return inFull(answer).split(named).join('*');
}

describe('what SharePoint answers the people of the demo school', () => {
  it('has everybody in it whom the demo school tells of', () => {
    expect(people.length).toBeGreaterThan(30);
    expect(refused.length).toBeGreaterThanOrEqual(5);
    expect(allHomes.length).toBeGreaterThan(200);
    expect(firstRecordOf.size).toBe(allHomes.length);
  });

  it('lets nobody in to whom nothing is shared: no page, no list, no folder', async () => {
    for (const person of refused) {
      for (const path of ['_api/web', `${homes}/items`, `${records}/items`, folder('PupilHome', allHomes[0]?.PupilKey ?? '')]) {
        expect([403, 404]).toContain((await as(school, person.email).get(path)).status);
      }
    }
  });

  it("lists the homes of each adult's own children, where all areas are shared, and no other", async () => {
    for (const person of people) {
      const readable = (await homesReadBy(person.email)).flatMap((row) =>
        row.PupilKey === null ? [] : [nameIn({ ...row, PupilKey: row.PupilKey })],
      );
      const expected = person.role === 'grandparent' ? [] : person.children;
      expect([person.role, readable.sort()]).toEqual([person.role, [...expected].sort()]);
    }
  });

  it('lists no record and no folder of another child', async () => {
    const anyRow = v.object({ FileRef: v.string() });
    for (const person of people) {
      const own = await ownKeys(person.email);
      expect(own.size).toBe(person.children.length);
      for (const list of [pupilHomeList, pupilRecordsList]) {
        const readable = v.parse(v.array(anyRow), await as(school, person.email).rowsAndFolders(list, ['FileRef']));
        for (const { FileRef } of readable) expect(own).toContain(FileRef.slice(`${site}/Lists/${list.name}/`.length).split('/')[0]);
      }
    }
  });

  it('lists the sub-folders of the areas a grandparent may see, and none besides', async () => {
    const grandparent = people.find((person) => person.role === 'grandparent');
    const readable = await as(school, grandparent?.email ?? '').rowsAndFolders(pupilRecordsList, ['FileRef', 'PupilKey', 'Area']);
    const areas = v.parse(v.array(v.object({ Area: v.nullable(v.string()) })), readable).flatMap(({ Area }) => Area ?? []);
    expect([...new Set(areas)].sort()).toEqual(['attendance', 'timetable']);
  });

  it('refuses every item, folder, file and payload of another child exactly as if it did not exist', async () => {
    const nobodysKey = 'zz00zz00zz00zz00zz00';
    for (const person of people) {
      const own = await ownKeys(person.email);
      const others = allHomes.filter((home) => !own.has(home.PupilKey));
      const noItem = inFull(await as(school, person.email).get(`${homes}/items(999999)`));
      const noRecord = inFull(await as(school, person.email).get(`${records}/items(999999)`));
      const noFolder = asIfUnnamed(await as(school, person.email).get(folder('PupilHome', nobodysKey)), nobodysKey);
      const noFile = asIfUnnamed(await as(school, person.email).get(file('PupilHome', nobodysKey)), nobodysKey);
      const noRows = asIfUnnamed(await as(school, person.email).get(payloads(nobodysKey)), nobodysKey);
      // Samantha asks for every child of the school, the others for a spread: the collections above covered every child for everybody.
      for (const home of person.email === samantha ? others : spread(others, 6)) {
        const record = firstRecordOf.get(home.PupilKey);
        expect(inFull(await as(school, person.email).get(`${homes}/items(${home.Id})`))).toBe(noItem);
        expect(inFull(await as(school, person.email).get(`${homes}/getitembyid(${home.Id})?$select=Payload`))).toBe(noItem);
        expect(inFull(await as(school, person.email).get(`${records}/items(${record?.Id})`))).toBe(noRecord);
        expect(asIfUnnamed(await as(school, person.email).get(folder('PupilHome', home.PupilKey)), home.PupilKey)).toBe(noFolder);
        expect(asIfUnnamed(await as(school, person.email).get(file('PupilHome', home.PupilKey)), home.PupilKey)).toBe(noFile);
        expect(asIfUnnamed(await as(school, person.email).get(payloads(home.PupilKey)), home.PupilKey)).toBe(noRows);
      }
    }
  });

  it('refuses a parent who tries to write to another child, or to open a folder to themselves', async () => {
    const person = people.find((one) => one.children.length > 0 && one.role === 'parent');
    const email = person?.email ?? '';
    const own = await ownKeys(email);
    const other = allHomes.find((home) => !own.has(home.PupilKey));
    const mine = allHomes.find((home) => own.has(home.PupilKey));
    const json = { 'content-type': 'application/json;odata=nometadata' };
    const merge = {
      method: 'POST',
      headers: { ...json, 'X-HTTP-Method': 'MERGE', 'If-Match': '*' },
      body: JSON.stringify({ Payload: '{}' }),
    };
    expect((await as(school, email).send(`${homes}/items(${other?.Id})`, merge)).status).toBe(404);
    expect((await as(school, email).send(`${homes}/items(${mine?.Id})`, merge)).status).toBe(403);
    expect(
      (await as(school, email).send(`${homes}/items(${mine?.Id})/breakroleinheritance(copyroleassignments=true)`, { method: 'POST' }))
        .status,
    ).toBe(403);
    expect((await as(school, email).get(`${homes}/items(${mine?.Id})/roleassignments`)).status).toBe(403);
    expect((await as(school, email).post(`${homes}/items`, { Title: 'x' })).status).toBe(403);
  });

  it('hides the lists that say who may see whom', async () => {
    const parent = people.find((one) => one.role === 'parent')?.email ?? '';
    for (const list of ['SchoolgateKeys', 'Access', 'StagingRuns', 'Findings']) {
      const hidden = await as(school, parent).get(`_api/web/getlist('${site}/Lists/${list}')`);
      const missing = await as(school, parent).get(`_api/web/getlist('${site}/Lists/NoSuchList')`);
      expect(hidden.status).toBe(missing.status);
      expect(hidden.text.split(list).join('*')).toBe(missing.text.split('NoSuchList').join('*'));
    }
  });
});

function folder(list: string, key: string): string {
  return `_api/web/getfolderbyserverrelativepath(decodedurl='${site}/Lists/${list}/${key}')`;
}

function file(list: string, key: string): string {
  return `_api/web/getfilebyserverrelativepath(decodedurl='${site}/Lists/${list}/${key}/1_.000')`;
}

function payloads(key: string): string {
  return `${homes}/items?$filter=PupilKey eq '${key}'&$select=Payload`;
}

function spread<T>(all: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, Math.floor(all.length / count));
  return all.filter((_one, index) => index % step === 0);
}
