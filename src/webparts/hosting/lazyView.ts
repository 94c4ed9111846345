import * as React from 'react';

/** A view's code, fetched when it is first shown, and beside it the words that it will say. */
export function lazyView<Props>(
  load: () => Promise<React.ComponentType<Props>>,
  fetchWords: () => Promise<void>,
): React.LazyExoticComponent<React.ComponentType<Props>> {
  return React.lazy(async () => {
    const [view] = await Promise.all([load(), fetchWords()]);
    return { default: view };
  });
}
