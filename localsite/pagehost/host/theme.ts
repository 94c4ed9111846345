import { createTheme } from '@fluentui/theme';
import { loadTheme } from '@microsoft/load-themed-styles';
import { ThemeProvider, type ITheme } from '@microsoft/sp-component-base';
import type { ServiceScope } from '@microsoft/sp-core-library';
import type { Emphasis } from '../../../sharepoint/pages/canvas';
import { palette } from '../theme';
import { sectionTheme } from './sectionTheme';

/** Gives the site's theme to styles written with SharePoint's theme slots (`"[theme: themePrimary]"`). */
export function wearSiteTheme(): void {
  const theme = createTheme({ palette });
  loadTheme({ ...theme.palette, ...theme.semanticColors });
}

/** A scope in which web parts find the theme of a section of that background, as a section of a SharePoint page provides it. */
export function provideTheme(parent: ServiceScope, emphasis: Emphasis): ServiceScope {
  const scope = parent.startNewChild();
  const provider = scope.createAndProvide(ThemeProvider.serviceKey, ThemeProvider);
  scope.finish();
  provider._setTheme(sectionTheme(palette, false, emphasis) as unknown as ITheme); // SharePoint's type is an older Fluent's
  return scope;
}

/** Paints a section as SharePoint does: its background, and text that can be read on it. */
export function paintSection(section: HTMLElement, emphasis: Emphasis): void {
  const { bodyBackground, bodyText, link } = sectionTheme(palette, false, emphasis).semanticColors;
  section.style.background = bodyBackground;
  section.style.color = bodyText;
  section.style.setProperty('--sectionLink', link);
}
