import { JSDOM } from 'jsdom';
import { pageContextInfo, type PageFacts } from '../../localsite/pagehost/pageContextInfo';
import { pageDataElementId, type PageData } from '../../localsite/pagehost/pageData';
import { parseCanvas, type CanvasControl } from '../../sharepoint/pages/canvas';
import { pageDocument } from '../../localsite/pagehost/page';
import type { PageReading, SiteReading } from '../../localsite/pagehost/pageReading';
import { personBar } from '../../localsite/pagehost/personBar';
import { controlsAsShown, readShowing } from '../../localsite/pagehost/showing';

const readOnly = { High: '0', Low: '196609' };
const contribute = { High: '432', Low: '1011028583' };

const facts: Omit<PageFacts, 'page'> = {
  origin: 'http://localhost:4321',
  web: { id: 'w', title: 'Oakfield School', path: '/sites/school', permissions: readOnly, language: 1033 },
  site: { id: 's', path: '/sites/school' },
  user: { id: 7, loginName: 'i:0#.f|membership|a@b', name: 'Visitor One', email: 'visitor@family.example', isSiteAdmin: false },
  digest: { value: '0x1,now', timeoutSeconds: 1800 },
};

const site: SiteReading = {
  facts,
  pages: [{ id: 1, title: 'Home', path: '/sites/school/SitePages/Home.aspx' }],
  templates: [{ id: 3, title: 'Class page (template)', path: '/sites/school/SitePages/Templates/Class-page-template.aspx' }],
  navigation: [
    { title: 'Home', address: '/sites/school', children: [] },
    { title: 'Dates & news', address: '/sites/school/SitePages/Dates.aspx', children: [] },
    { title: 'Classes', address: undefined, children: [{ title: '7A', address: '/sites/school/SitePages/Class-7A.aspx', children: [] }] },
  ],
};

const people = [
  { email: 'visitor@family.example', name: 'Visitor One', role: 'parent', children: ['First', 'Second'] },
  { email: 'head@oakfield.example', name: 'The Head', role: 'head', children: [] },
];

function canvas(): readonly CanvasControl[] {
  return parseCanvas(
    JSON.stringify([
      {
        controlType: 3,
        id: 'part-1',
        position: { zoneIndex: 1, sectionIndex: 1, controlIndex: 1, sectionFactor: 8, layoutIndex: 1 },
        webPartData: { id: 'kind', instanceId: 'part-1', title: 'My children', properties: { title: '</script><b>' } },
      },
      {
        controlType: 4,
        id: 'text-1',
        innerHTML: '<p>Welcome</p>',
        position: { zoneIndex: 1, sectionIndex: 2, controlIndex: 1, sectionFactor: 4, layoutIndex: 1 },
      },
    ]),
  );
}

interface Asked {
  readonly permissions?: typeof readOnly;
  readonly editing?: boolean;
  readonly isTemplate?: boolean;
  readonly asked?: URLSearchParams;
}

function shown({ permissions = readOnly, editing = false, isTemplate = false, asked = new URLSearchParams() }: Asked = {}): Document {
  const page: PageReading = {
    id: 1,
    title: 'Home',
    path: '/sites/school/SitePages/Home.aspx',
    canvas: undefined,
    isHome: false,
    isWelcomePage: true,
    isTemplate,
    listId: 'l',
    permissions,
  };
  const data: PageData = {
    pageContextInfo: pageContextInfo({ ...facts, page }),
    contextWebInfo: { FormDigestValue: '0x1,now', FormDigestTimeoutSeconds: 1800, WebFullUrl: 'http://localhost:4321/sites/school' },
    page: { id: 1, title: 'Home', readAddress: page.path },
    editing,
    showing: readShowing(asked),
    controls: controlsAsShown(canvas(), readShowing(asked)),
    applicationId: 'application',
    manifestsAddress: '/manifests.json',
  };
  const addresses = { manifests: '/manifests.json', loader: '/loader.js', boot: '/boot.js', styles: '/page.css' };
  const first = people[0];
  if (!first) {
    throw new Error('No visitor.');
  }
  const bar = personBar(people, first, page.path);
  return new JSDOM(pageDocument({ site, page, data, addresses, personBar: bar }).text).window.document;
}

const text = (document: Document, selector: string): string | undefined =>
  document.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim();

describe('a page of the site', () => {
  it("has one heading of the first level, the page's title, and says the school in its document title", () => {
    const document = shown();
    expect(Array.from(document.querySelectorAll('h1'), (heading) => heading.textContent)).toEqual(['Home']);
    expect(document.title).toBe('Home - Oakfield School');
    expect(document.documentElement.lang).toBe('en-GB');
  });

  it('begins with a link that skips to the main content', () => {
    const link = shown().querySelector('body > :first-child');
    expect(link?.textContent).toBe('Skip to main content');
    expect(shown().querySelector(link?.getAttribute('href') ?? '')?.tagName).toBe('MAIN');
  });

  it('leads to the pages in the navigation and marks the one that is open', () => {
    const links = Array.from(shown().querySelectorAll('nav a'), (link) => [link.textContent, link.getAttribute('aria-current')]);
    expect(links).toEqual([
      ['Home', 'page'],
      ['Dates & news', null],
      ['7A', null],
    ]);
  });

  it('keeps what stands under a heading closed until it is opened', () => {
    const heading = shown().querySelector('nav details');
    expect([text(shown(), 'nav summary'), heading?.hasAttribute('open')]).toEqual(['Classes', false]);
    expect(heading?.querySelector('a')?.textContent).toBe('7A');
  });

  it('leaves a slot for each web part, and shows text, in columns two thirds and one third wide', () => {
    const columns = Array.from(shown().querySelectorAll('.canvasColumn'));
    expect(columns.map((column) => column.className)).toEqual(['canvasColumn canvasWidth8', 'canvasColumn canvasWidth4']);
    expect(columns[0]?.querySelector('[data-instance-id="part-1"]')?.childNodes).toHaveLength(0);
    expect(columns[1]?.textContent).toBe('Welcome');
  });

  it('hands its data to the script whole, whatever the properties hold', () => {
    const data: PageData = JSON.parse(shown().getElementById(pageDataElementId)?.textContent ?? '');
    expect(data.controls[0]?.webPartData?.properties).toEqual({ title: '</script><b>' });
    expect(data.pageContextInfo).toMatchObject({
      webAbsoluteUrl: 'http://localhost:4321/sites/school',
      userId: 7,
      formDigestValue: '0x1,now',
      isExternalGuestUser: true,
      pageItemId: 1,
    });
  });

  it('runs no script but its own files', () => {
    const scripts = Array.from(shown().querySelectorAll('script:not([type="application/json"])'), (script) => script.getAttribute('src'));
    expect(scripts).toEqual(['/boot.js', '/loader.js']);
  });
});

describe('editing a page', () => {
  it('is offered to those who may edit the page, and to nobody else', () => {
    expect(text(shown({ permissions: contribute }), '.commandBar a')).toBe('Edit');
    expect(shown().querySelector('.commandBar')).toBeNull();
  });

  it('offers to save and to discard, and makes room for the property pane', () => {
    const document = shown({ permissions: contribute, editing: true });
    expect(text(document, '#savePage')).toBe('Save');
    expect(document.querySelector('.commandBar a')?.getAttribute('href')).toBe('/sites/school/SitePages/Home.aspx');
    expect(document.getElementById('spPropertyPaneContainer')).not.toBeNull();
    expect(shown().getElementById('spPropertyPaneContainer')).toBeNull();
  });
});

describe('page templates', () => {
  it('are offered to those who may edit the page, and to nobody else', () => {
    const links = Array.from(shown({ permissions: contribute }).querySelectorAll('.templates a'), (link) => link.getAttribute('href'));
    expect(links).toEqual(['/sites/school/SitePages/Templates/Class-page-template.aspx']);
    expect(shown().querySelector('.templates')).toBeNull();
  });

  it('can be copied under a title that the editor types', () => {
    const form = shown({ permissions: contribute, isTemplate: true }).querySelector('form#copyPage');
    expect(form?.querySelector('label')?.textContent).toBe('Title of the new page');
    expect(form?.querySelector('button')?.textContent).toBe('Copy this page');
    expect(shown({ permissions: contribute }).querySelector('#copyPage')).toBeNull();
  });
});

describe('the bar for being somebody else', () => {
  it('says that it is the demo, and who the visitor is', () => {
    expect(text(shown(), 'aside summary')).toBe('Local demo: you are Visitor One, parent');
  });

  it('lists people by role, with the children of each, the visitor chosen', () => {
    const groups = Array.from(shown().querySelectorAll('optgroup'), (group) => [group.label, group.textContent]);
    expect(groups).toEqual([
      ['Parent', 'Visitor One (First, Second)'],
      ['Head', 'The Head'],
    ]);
    expect(shown().querySelector<HTMLSelectElement>('#demoPerson')?.value).toBe('visitor@family.example');
  });

  it('signs in by an ordinary form and comes back to the same page', () => {
    const form = shown().querySelector('aside form');
    expect(form?.getAttribute('action')).toBe('/_local/signin');
    expect(form?.querySelector<HTMLInputElement>('[name="to"]')?.value).toBe('/sites/school/SitePages/Home.aspx');
  });
});
