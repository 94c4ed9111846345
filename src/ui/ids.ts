import * as React from 'react';

let last = 0;

/** An id that no other element of the page has, the same at every render. React 17 has no useId. */
export function useElementId(): string {
  const [id] = React.useState(() => `schoolgate-${(last += 1)}`);
  return id;
}
