import type { IReadonlyTheme } from '@microsoft/sp-component-base';

/**
 * The colours that views may use, by CSS custom property. They are those of the site's theme on the background of the
 * web part's section, so text that is readable on SharePoint's page is readable here.
 */
const slots: Readonly<Record<string, keyof NonNullable<IReadonlyTheme['semanticColors']>>> = {
  '--schoolgate-background': 'bodyBackground',
  '--schoolgate-panel': 'bodyStandoutBackground',
  '--schoolgate-hovered': 'listItemBackgroundHovered',
  '--schoolgate-text': 'bodyText',
  '--schoolgate-quiet-text': 'bodySubtext',
  '--schoolgate-line': 'bodyDivider',
  '--schoolgate-border': 'inputBorder',
  '--schoolgate-focus': 'focusBorder',
  '--schoolgate-link': 'link',
  '--schoolgate-link-hovered': 'linkHovered',
  '--schoolgate-accent': 'primaryButtonBackground',
  '--schoolgate-on-accent': 'primaryButtonText',
  '--schoolgate-good': 'successBackground',
  '--schoolgate-good-icon': 'successIcon',
  '--schoolgate-notice': 'warningBackground',
  '--schoolgate-notice-icon': 'warningIcon',
  '--schoolgate-problem': 'errorBackground',
  '--schoolgate-problem-text': 'errorText',
};

export function setThemeProperties(element: HTMLElement, theme: IReadonlyTheme): void {
  for (const [property, slot] of Object.entries(slots)) {
    const colour = theme.semanticColors?.[slot];
    if (colour !== undefined) {
      element.style.setProperty(property, colour);
    }
  }
  element.style.colorScheme = theme.isInverted === true ? 'dark' : 'light';
}
