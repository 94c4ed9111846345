import { SPHttpClient } from '@microsoft/sp-http';
import type { ServiceScope } from '@microsoft/sp-core-library';

/** One POST to SharePoint's pages, as the signed-in person: SPHttpClient adds their request digest. `failure` begins the error's text. */
export type PostToPages = (address: string, body?: object) => Promise<unknown>;

/** Throws an Error that begins with `failure` where SharePoint refuses. */
export function postToPages(scope: ServiceScope, failure: string): PostToPages {
  const client = scope.consume(SPHttpClient.serviceKey);
  return async (address, body) => {
    const response = await client.post(address, SPHttpClient.configurations.v1, {
      headers: { Accept: 'application/json;odata=nometadata', 'Content-Type': 'application/json;odata=nometadata', 'odata-version': '' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      throw new Error(`${failure}: SharePoint answered ${response.status}.`);
    }
    const answer: unknown = await response.json();
    return answer;
  };
}
