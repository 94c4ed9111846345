/** Which child the person chose: shared by every web part on the page, and forgotten with the page. */
import * as React from 'react';

/** A pupil's key, or 'all' for every child at once. */
export type ChildChoice = string;

export const allChildren: ChildChoice = 'all';

const choices = new Map<string, ChildChoice>();
const listeners = new Set<() => void>();

/** @param userKey tells apart the people and sites of one page: the choice of one is not that of another */
export function chooseChild(userKey: string, choice: ChildChoice): void {
  choices.set(userKey, choice);
  listeners.forEach((listener) => listener());
}

/** The choice of this person on this site. Undefined until there is one. */
export function useChosenChild(userKey: string): ChildChoice | undefined {
  const [choice, setChoice] = React.useState(() => choices.get(userKey));
  React.useEffect(() => {
    const follow = (): void => setChoice(choices.get(userKey));
    // Another web part may have chosen between our first look and this effect.
    follow();
    listeners.add(follow);
    return () => {
      listeners.delete(follow);
    };
  }, [userKey]);
  return choice;
}
