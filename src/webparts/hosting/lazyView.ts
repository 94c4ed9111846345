import * as React from 'react';

interface LazyView<Props> {
  readonly view: React.LazyExoticComponent<React.ComponentType<Props>>;
  /** Fetches it before it is shown. A failure is told when it is shown. */
  readonly preload: () => void;
}

/** A view's code, fetched when it is first shown, and beside it the words that it will say. */
export function lazyView<Props>(load: () => Promise<React.ComponentType<Props>>, fetchWords: () => Promise<void>): LazyView<Props> {
  const fetchView = async (): Promise<{ default: React.ComponentType<Props> }> => {
    const [view] = await Promise.all([load(), fetchWords()]);
    return { default: view };
  };
  return {
    view: React.lazy(fetchView),
    // What is fetched twice comes once: the loader keeps modules and the words keep themselves.
    preload: () => void fetchView().catch(() => undefined),
  };
}
