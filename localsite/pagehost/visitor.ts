import * as v from 'valibot';

/** Why SharePoint did not give what a page needs. */
export type Refusal = 'not signed in' | 'no access' | 'not found' | 'broken';

/** SharePoint refused the visitor, or answered something that is not what its API promises. */
export class RefusedVisit extends Error {
  public constructor(
    public readonly kind: Refusal,
    public readonly status: number,
  ) {
    super(`SharePoint answered ${status}.`);
  }
}

type Ask = (request: Request) => Promise<Response>;

/** SharePoint's REST API, asked as the person who visits the page: what they may not see, the page does not know. */
export class Visitor {
  public constructor(
    private readonly ask: Ask,
    private readonly webAddress: string,
    private readonly cookie: string,
  ) {}

  /** Reads `_api/<path>` and checks its shape. Throws {@link RefusedVisit}. */
  public async get<S extends v.GenericSchema>(path: string, schema: S): Promise<v.InferOutput<S>> {
    return this.send(path, 'GET', schema);
  }

  public async post<S extends v.GenericSchema>(path: string, schema: S): Promise<v.InferOutput<S>> {
    return this.send(path, 'POST', schema);
  }

  private async send<S extends v.GenericSchema>(path: string, method: string, schema: S): Promise<v.InferOutput<S>> {
    const headers = { accept: 'application/json;odata=nometadata', cookie: this.cookie };
    const response = await this.ask(new Request(`${this.webAddress}/_api/${path}`, { method, headers }));
    if (!response.ok) {
      throw new RefusedVisit(refusalOf(response.status), response.status);
    }
    const parsed = v.safeParse(schema, await response.json());
    if (!parsed.success) {
      throw new RefusedVisit('broken', response.status);
    }
    return parsed.output;
  }
}

function refusalOf(status: number): Refusal {
  const kinds: Readonly<Record<number, Refusal>> = { 401: 'not signed in', 403: 'no access', 404: 'not found' };
  return kinds[status] ?? 'broken';
}
