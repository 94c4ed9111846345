import { damage } from '../../samples/damage';
import { exportOf, missingFrom, neighbourhood, newer, sightsOn, stagedNeighbourhood, stageFiles } from '../kit/neighbourhood';
import { rowOf, type Tables } from '../kit/smallSchool';
import { as } from '../kit/request';
import { stagingRunsList } from '../../src/lists/stagingRuns';
import { good, changed } from '../kit/changedNeighbourhood';

jest.setTimeout(300_000);

describe('a run of the night', () => {
  it('is told from a bad one by exit code: held as last time is 0, held anew is 1', async () => {
    const site = await stagedNeighbourhood();
    const night = (minutes: number, change: (tables: Tables) => void = () => undefined) => {
      const tables = neighbourhood();
      change(tables);
      return stageFiles(site, newer(exportOf(tables), minutes));
    };
    const withDoubt = (tables: Tables) => {
      rowOf(tables['relationships.csv'], { contactId: 'F22' })['portalAccess'] = 'ask';
    };
    const withDoubtFurtherDown = (tables: Tables) => {
      withDoubt(tables);
      tables['relationships.csv'].unshift({ ...rowOf(tables['relationships.csv'], { contactId: 'M01' }) });
      tables['behaviour.csv'].push({ ...rowOf(tables['behaviour.csv'], { eventId: 'E0.0' }), eventId: 'E9', type: 'Bullying' });
    };
    expect((await night(1)).summary).toMatchObject({ exitCode: 0, new: { quarantine: 0 } });
    expect((await night(2, withDoubt)).summary).toMatchObject({ exitCode: 1, new: { quarantine: 1 } });
    expect((await night(3, withDoubtFurtherDown)).summary).toMatchObject({
      exitCode: 0,
      new: { quarantine: 0 },
      findings: { 'BEH-03': 1 },
    });
  });

  it('leaves a row in the journal when it is refused too, and the next one finds the last that published behind it', async () => {
    const site = await stagedNeighbourhood();
    const refused = await stageFiles(site, damage(good, 'relationships-empty', { minutes: 5 }));
    expect(refused.summary).toMatchObject({ outcome: 'refused', exitCode: 2, school: '999901', runId: expect.any(String) });
    const runs = await as(site, 'publisher@oakfield.example').rows(stagingRunsList, ['Outcome', 'RunId']);
    expect(runs.map((run) => run['Outcome'])).toEqual(['published with held rows', 'refused']);
    expect(runs[1]?.['RunId']).toBe(refused.summary.runId);
    const lines = (await stageFiles(site, damage(good, 'behaviour-half', { minutes: 6 }))).report.lines.join('\n');
    expect(lines).toMatch(/behaviour 40 \(last time 80\)/);
  });

  it('asks the site, when it fails half-way, who gained and who lost', async () => {
    const site = await stagedNeighbourhood();
    const before = await sightsOn(site);
    const withOrder = exportOf(
      (() => {
        const tables = neighbourhood();
        rowOf(tables['relationships.csv'], { contactId: 'F22' })['courtOrder'] = 'Y';
        return tables;
      })(),
    );
    let isClosed = false;
    const failing = {
      ...site,
      fetch: async (request: Request) => {
        const isReading = request.method === 'GET' || !/(POST|MERGE|DELETE) \S+ HTTP/.test(await request.clone().text());
        if (isClosed && !isReading) throw new TypeError('fetch failed');
        if (/removebyid/i.test(await request.clone().text())) isClosed = true;
        return site.fetch(request);
      },
    };
    const { summary } = await stageFiles(failing, newer(withOrder, 5));
    expect(summary).toMatchObject({ exitCode: 4, access: { gained: 0, lost: missingFrom(await sightsOn(site), before).length } });
    expect(summary.access?.lost).toBe(4);
  });
});

describe('what is ordinary', () => {
  it('goes on without a question: a new family, a new adult, a sibling, a link whose day has come, a first e-mail address', async () => {
    const site = await stagedNeighbourhood();
    const { summary } = await stageFiles(
      site,
      changed((tables) => {
        const [pupils, contacts, links] = [tables['pupils.csv'], tables['contacts.csv'], tables['relationships.csv']];
        pupils.push({
          ...rowOf(pupils, { pupilId: 'P01' }),
          pupilId: 'N01',
          legalForename: 'Newest',
          dateOfBirth: '2015-02-02',
          schoolEmail: '',
        });
        contacts.push({
          ...rowOf(contacts, { contactId: 'M01' }),
          contactId: 'N01',
          forename: 'Grandma',
          email: 'newcomer@family.example',
        });
        links.push(
          { ...rowOf(links, { contactId: 'M01' }), pupilId: 'N01' },
          { ...rowOf(links, { contactId: 'M01' }), contactId: 'N01', priority: '3' },
        );
        Object.assign(rowOf(contacts, { contactId: 'F19' }), { email: 'f19@family.example' });
      }),
    );
    expect(summary).toMatchObject({ waiting: 0, access: { gained: 12, lost: 0 } });
  });

  it('waits for a person where two people whom the site knows are linked for the first time', async () => {
    const site = await stagedNeighbourhood();
    const { summary } = await stageFiles(
      site,
      changed((tables) => {
        tables['relationships.csv'].push({ ...rowOf(tables['relationships.csv'], { contactId: 'M01' }), pupilId: 'P22' });
      }),
    );
    expect(summary).toMatchObject({ exitCode: 1, waiting: 1, findings: { 'ASK-07': 1 }, access: { gained: 0 } });
  });
});
