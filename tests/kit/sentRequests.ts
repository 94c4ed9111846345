/** A request as a test looks at it. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

/** Requests that change something. Reads travel in batches too: a batch counts where a part of it is no GET. */
export function writesOf(sent: readonly Sent[]): readonly string[] {
  return sent.flatMap(({ method, url, body }) => {
    if (method === 'GET') return [];
    if (!url.includes('$batch')) return [`${method} ${new URL(url).pathname}`];
    return [...body.matchAll(/^(POST|MERGE|DELETE|PATCH|PUT) (\S+) HTTP/gm)].map(
      (match) => `${match[1]} ${new URL(match[2] ?? '').pathname}`,
    );
  });
}

/** The same without the journal: a run that publishes nothing writes down that it was there. */
export function publishedOf(sent: readonly Sent[]): readonly string[] {
  return writesOf(sent).filter((write) => !write.includes('StagingRuns'));
}
