import { resolve } from 'node:path';
import { readIdentity } from '../identity';
import type { LocalSite } from '../site';
import { htmlResponse, type Html } from './html';
import { applicationId, runtimePath } from './manifests';
import { messageDocument } from './messagePage';
import { navigation } from './navigation';
import { pageDocument } from './page';
import { pageAddress, type PageAddress } from './pageAddress';
import { pageContextInfo } from './pageContextInfo';
import type { PageData } from './pageData';
import { parseCanvas, type CanvasControl } from '../../sharepoint/pages/canvas';
import { mayEdit, readPage, readSite, type PageReading, type SiteReading } from './pageReading';
import { readPeople, signedIn } from './people';
import { personBar } from './personBar';
import { openRuntimeFiles, type RuntimeFiles } from './runtimeFiles';
import { controlsAsShown, readShowing, type Showing } from './showing';
import { signInDocument } from './signInPage';
import { RefusedVisit, Visitor } from './visitor';

type Ask = Pick<LocalSite, 'fetch'>;

export interface PageHostOptions {
  /** The folder of the project, where `node_modules`, `release` and `.local` lie. */
  readonly root?: string;
  /** Where `/` leads. */
  readonly home?: string;
}

/**
 * The site as a browser sees it: pages with web parts in SharePoint's own runtime, and behind them the REST API.
 * Answers pages (`/sites/...`, `*.aspx`) and `/_local/runtime/`, and passes everything else to `site`.
 */
export function createPageHost(site: Ask, options: PageHostOptions = {}): (request: Request) => Promise<Response> {
  const root = options.root ?? resolve(__dirname, '..', '..');
  let opened: Promise<RuntimeFiles> | undefined;
  const files = (): Promise<RuntimeFiles> => (opened ??= openRuntimeFiles(root));
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/') {
      return Response.redirect(new URL(options.home ?? '/sites/school', request.url), 302);
    }
    if (pathname.startsWith(`${runtimePath}/`)) {
      return (await files()).respond(request);
    }
    const address = request.method === 'GET' ? pageAddress(pathname) : undefined;
    return address ? servePage(site, request, address, await files()) : site.fetch(request);
  };
}

async function servePage(site: Ask, request: Request, address: PageAddress, files: RuntimeFiles): Promise<Response> {
  const url = new URL(request.url);
  const ask: Ask['fetch'] = (asked) => site.fetch(asked);
  const people = await readPeople(ask, url.origin);
  const email = readIdentity(request.headers)?.email;
  if (email === undefined) {
    return htmlResponse(signInDocument(people, url.pathname + url.search, files.addresses.styles));
  }
  const bar = personBar(people, signedIn(people, email), url.pathname);
  const visitor = new Visitor(ask, url.origin + address.web, request.headers.get('cookie') ?? '');
  let reading: SiteReading | undefined;
  try {
    reading = await readSite(visitor, url.origin);
    const page = await readPage(visitor, reading, address.page);
    const editing = url.searchParams.get('Mode') === 'Edit' && mayEdit(page.permissions);
    // What is edited is saved: it is shown as the page has it.
    const showing = readShowing(editing ? new URLSearchParams() : url.searchParams);
    const data = pageData(reading, page, { editing, showing }, files);
    return htmlResponse(pageDocument({ site: reading, page, data, addresses: files.addresses, personBar: bar }));
  } catch (error) {
    return refusal(error, reading, address, files, bar);
  }
}

/** Throws {@link RefusedVisit} for a page whose content is no canvas: somebody wrote it past SharePoint's editor. */
function controlsOf(page: PageReading): readonly CanvasControl[] {
  try {
    return parseCanvas(page.canvas);
  } catch {
    throw new RefusedVisit('broken', 200);
  }
}

interface Mode {
  readonly editing: boolean;
  readonly showing: Showing;
}

function pageData(site: SiteReading, page: PageReading, { editing, showing }: Mode, files: RuntimeFiles): PageData {
  const facts = { ...site.facts, page };
  return {
    pageContextInfo: pageContextInfo(facts),
    contextWebInfo: {
      FormDigestValue: facts.digest.value,
      FormDigestTimeoutSeconds: facts.digest.timeoutSeconds,
      WebFullUrl: facts.origin + facts.web.path,
    },
    page: { id: page.id, title: page.title, readAddress: page.path },
    editing,
    showing,
    controls: controlsAsShown(controlsOf(page), showing),
    applicationId,
    manifestsAddress: files.addresses.manifests,
  };
}

function refusal(error: unknown, site: SiteReading | undefined, address: PageAddress, files: RuntimeFiles, bar: Html): Response {
  if (!(error instanceof RefusedVisit)) {
    throw error;
  }
  const { document, status } = messageDocument(error.kind, {
    schoolName: site?.facts.web.title ?? 'School site',
    home: address.web,
    styles: files.addresses.styles,
    visitorName: site?.facts.user.name,
    navigation: site && navigation(site.navigation, undefined),
    personBar: bar,
  });
  return htmlResponse(document, status);
}
