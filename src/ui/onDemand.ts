import * as React from 'react';

/** Code that is fetched when somebody asks for it. */
export type OnDemand<Code> =
  | { readonly state: 'notAsked' }
  | { readonly state: 'loading' }
  /** It did not come: the connection, or a release that replaced it. Asking again tries again. */
  | { readonly state: 'failed' }
  | { readonly state: 'here'; readonly code: Code };

/**
 * @param load an `import()`; the same function at every render
 * @returns where the code is, and how to ask for it
 */
export function useOnDemand<Code>(load: () => Promise<Code>): readonly [OnDemand<Code>, () => void] {
  const [onDemand, setOnDemand] = React.useState<OnDemand<Code>>({ state: 'notAsked' });
  const isGone = React.useRef(false);
  React.useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  const ask = React.useCallback(() => {
    const settle = (outcome: OnDemand<Code>): void => {
      if (!isGone.current) setOnDemand(outcome);
    };
    setOnDemand({ state: 'loading' });
    load().then(
      (code) => settle({ state: 'here', code }),
      () => settle({ state: 'failed' }),
    );
  }, [load]);
  return [onDemand, ask];
}
