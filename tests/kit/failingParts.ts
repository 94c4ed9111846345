import { writesOf } from './sentRequests';
import type { TestSite } from './provisionedSite';

/** One part of a batch as it was sent: 'POST <path>', and its body. */
export interface Part {
  readonly line: string;
  readonly body: string;
}

/** The parts of a batch that is about to be sent, in order. Boundaries are left out: they differ when a part is sent again. */
export function partsOf(body: string): readonly Part[] {
  return body
    .split(/^Content-Type: application\/http\s*$/m)
    .slice(1)
    .map((text) => {
      const [, method = '', url = ''] = /^(GET|POST|MERGE|DELETE|PATCH|PUT) (\S+) HTTP/m.exec(text) ?? [];
      return {
        line: `${method} ${decodeURIComponent(url === '' ? '' : new URL(url).pathname)}`,
        body: text.slice(text.indexOf(' HTTP/')).replace(/^--(changeset|batch)_[\s\S]*/m, ''),
      };
    });
}

/** Which parts the site refuses, and with what. */
export interface Refusal {
  readonly part: RegExp | ((part: Part) => boolean);
  readonly status: number;
  /** How often; for ever when absent. */
  readonly times?: number;
}

/** From now on the site refuses such parts of a batch, without carrying them out. */
export function failingPart(site: TestSite, { part, status, times = Infinity }: Refusal): TestSite {
  let left = times;
  const isMeant = (each: Part) => (typeof part === 'function' ? part(each) : part.test(each.line));
  return {
    ...site,
    fetch: async (request) => {
      if (!request.url.includes('$batch')) return site.fetch(request);
      site.local.faults.clear();
      const meant = partsOf(await request.clone().text()).flatMap((each, index) => (left > 0 && isMeant(each) ? [index] : []));
      for (const index of meant.slice(0, left)) site.local.faults.add({ match: { route: '$batch' }, answer: { batchPart: index, status } });
      left -= meant.length;
      try {
        return await site.fetch(request);
      } finally {
        site.local.faults.clear();
      }
    },
  };
}

/** The n-th of such parts that is sent, from 0: it and its repetitions fail so many times. */
export function failingNth(site: TestSite, n: number, isMeant: (part: Part) => boolean, status: number, times?: number): TestSite {
  const seen = new Map<string, number>();
  const part = (each: Part) => {
    if (!isMeant(each)) return false;
    const name = `${each.line} ${each.body}`;
    if (!seen.has(name)) seen.set(name, seen.size);
    return seen.get(name) === n;
  };
  return failingPart(site, { part, status, ...(times === undefined ? {} : { times }) });
}

/** The n-th request that writes, counted from 1, is carried out; what comes back is something else than its answer. */
export function answeringAfterwards(site: TestSite, n: number, answer: () => Response): TestSite {
  let writes = 0;
  return {
    ...site,
    fetch: async (request) => {
      const sent = { method: request.method, url: request.url, body: await request.clone().text() };
      const response = await site.fetch(request);
      if (writesOf([sent]).length === 0) return response;
      writes += 1;
      return writes === n ? answer() : response;
    },
  };
}
