import type * as React from 'react';

interface Worn {
  readonly style: React.CSSProperties;
  readonly lang: string | undefined;
  readonly dir: 'ltr' | 'rtl';
}

/**
 * What an element has from those around it: the web part's colours, its writing and its language. A dialog stands at the
 * end of the page, outside the web part, and puts them on.
 */
export function wornFrom(element: Element): Worn {
  const { colorScheme, fontFamily, direction } = getComputedStyle(element);
  return {
    style: { ...coloursAround(element), colorScheme, fontFamily },
    lang: element.closest<HTMLElement>('[lang]')?.lang,
    dir: direction === 'rtl' ? 'rtl' : 'ltr',
  };
}

/** The custom properties that a web part sets, from the nearest element that sets them. */
function coloursAround(element: Element): Readonly<Record<string, string>> {
  const colours: Record<string, string> = {};
  for (let around: Element | null = element; around !== null; around = around.parentElement) {
    const { style } = around as HTMLElement;
    for (const name of Array.from(style)) {
      if (name.startsWith('--schoolgate-')) colours[name] ??= style.getPropertyValue(name);
    }
  }
  return colours;
}
