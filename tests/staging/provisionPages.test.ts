import { join } from 'node:path';
import { parseCanvas, type CanvasControl } from '../../sharepoint/pages/canvas';
import { canvasOf, isAsProvisioned } from '../../sharepoint/pages/definedCanvas';
import { readPageDefinitions, schoolPagesFolder } from '../../sharepoint/pages/definition';
import { trips, laterTrips, run, schoolWithParent, pageItem, edit, nothing } from '../kit/provisionedPages';
import { admin } from '../kit/localSite';
import { emptySite } from '../kit/provisionedSite';
import { as } from '../kit/request';
import { writesOf } from '../kit/sentRequests';

describe('the definitions of pages', () => {
  it('are the home page, the page for staff and two templates; the demo school adds its classes', () => {
    const names = readPageDefinitions(schoolPagesFolder).map(({ name }) => name);
    expect(names).toEqual(['For-staff', 'Home', 'Class-page-template', 'Parents-home-template']);
    const classes = readPageDefinitions(join(__dirname, '../../samples/pages')).map(({ audience }) => audience);
    expect(classes).toEqual([{ class: '7A' }, { class: '8B Food and nutrition' }]);
  });

  it('make a canvas with columns, backgrounds and texts, and links of the site that it is for', () => {
    const canvas = canvasOf(
      {
        ...trips,
        sections: [{ emphasis: 'strong', columns: [{ width: 12, parts: [{ text: ['<a href="{site}/Lists/Notices">Notices</a>'] }] }] }],
      },
      '/sites/parents',
    );
    expect(canvas).toMatchObject([
      {
        controlType: 4,
        emphasis: { zoneEmphasis: 3 },
        position: { zoneIndex: 1, sectionIndex: 1, controlIndex: 1, sectionFactor: 12 },
        innerHTML: '<a href="/sites/parents/Lists/Notices">Notices</a>',
      },
    ]);
  });

  it('know a page that nobody has edited, of whichever version, and any edit of text, link or layout', () => {
    const canvas = canvasOf(trips, '/sites/school');
    expect(isAsProvisioned(canvas)).toBe(true);
    expect(isAsProvisioned(canvasOf(laterTrips, '/sites/school'))).toBe(true);
    const [text, part] = canvas;
    const changed: readonly (readonly (CanvasControl | undefined)[])[] = [
      [{ ...text, innerHTML: '<p>Where we stay.</p>' }, part],
      [{ ...text, innerHTML: `<p><a href="/x">Where we go this year.</a></p>` }, part],
      [{ ...text, emphasis: { zoneEmphasis: 1 } }, part],
      [
        text,
        { ...part, position: { ...text?.position, zoneIndex: 3, sectionIndex: 1, controlIndex: 1, sectionFactor: 4, layoutIndex: 1 } },
      ],
      [text],
      [part],
    ];
    for (const controls of changed) expect(isAsProvisioned(parseCanvas(JSON.stringify(controls)))).toBe(false);
  });
});

describe('provisioning pages', () => {
  it('makes each once, published, and has nothing to do the second time', async () => {
    const site = emptySite();
    const first = await run(site, [trips]);
    expect(first).toEqual(
      expect.arrayContaining([
        '  Create the page For staff, for staff only.',
        '  Create the page template Class page (template), for staff only.',
        '  Create the page Trips.',
        '  Add For staff to the navigation.',
      ]),
    );
    for (const file of ['Home', 'For-staff', 'Trips', 'Templates/Class-page-template', 'Templates/Parents-home-template']) {
      expect([file, Number.parseFloat((await pageItem(site, file)).OData__UIVersionString) % 1]).toEqual([file, 0]);
    }
    site.forget();
    expect(await run(site, [trips])).toEqual(nothing);
    expect(writesOf(site.sent)).toEqual([]);
  });

  it('leaves no page behind from which a template was made', async () => {
    const site = await schoolWithParent();
    const { value } = (await as(site, admin).write('GET', '_api/sitepages/pages')) as { value: { FileName: string }[] };
    expect(value.map(({ FileName }) => FileName)).toEqual(['For-staff.aspx', 'Home.aspx']);
  });

  it('changes nothing in a dry run', async () => {
    const site = emptySite();
    expect(await run(site, [trips], true)).toContain('  Create the page Trips.');
    expect(writesOf(site.sent)).toEqual([]);
  });

  it('brings a page that nobody has edited up to its definition, with the properties that an editor gave its web parts', async () => {
    const site = await schoolWithParent([trips]);
    await edit(site, 'Trips', (controls) =>
      controls.map((control) =>
        control.webPartData ? { ...control, webPartData: { ...control.webPartData, properties: { title: 'Ours' } } } : control,
      ),
    );
    expect(await run(site, [laterTrips])).toEqual(['1 change to make:', '  Update the page Trips.', 'Provisioned.']);
    const [text, part] = parseCanvas((await pageItem(site, 'Trips')).CanvasContent1);
    expect([text?.innerHTML, part?.webPartData?.properties]).toEqual(['<p>Where we go next year.</p>', { title: 'Ours' }]);
    expect(await run(site, [laterTrips])).toEqual(nothing);
  });

  it("never touches an editor's text, whatever the definition says later", async () => {
    const site = await schoolWithParent([trips]);
    await edit(site, 'Trips', (controls) =>
      controls.map((control) => (control.innerHTML ? { ...control, innerHTML: '<p>To the sea.</p>' } : control)),
    );
    expect(await run(site, [laterTrips])).toEqual(nothing);
    expect((await pageItem(site, 'Trips')).CanvasContent1).toContain('To the sea.');
  });

  it('puts a web part back onto a page that somebody has edited, and no text', async () => {
    const site = await schoolWithParent([trips]);
    await edit(site, 'Trips', (controls) =>
      controls.flatMap((control) => (control.innerHTML ? [{ ...control, innerHTML: '<p>To the sea.</p>' }] : [])),
    );
    expect(await run(site, [laterTrips])).toContain('  Add what is missing to the page Trips.');
    const controls = parseCanvas((await pageItem(site, 'Trips')).CanvasContent1);
    expect(controls.map(({ controlType, innerHTML }) => [controlType, innerHTML])).toEqual([
      [4, '<p>To the sea.</p>'],
      [3, undefined],
    ]);
  });
});
