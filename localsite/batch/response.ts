/** One answer of a batch. */
export interface BatchAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** The flat multipart answer of A11, one part per operation in request order. `guid` names the boundary. */
export function writeBatch(answers: readonly BatchAnswer[], guid: string): { readonly contentType: string; readonly body: string } {
  throw new Error('not written yet');
}
