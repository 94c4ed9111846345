import { createTheme } from '@fluentui/theme';
import { loadTheme } from '@microsoft/load-themed-styles';
import { ThemeProvider, type ITheme } from '@microsoft/sp-component-base';
import type { ServiceScope } from '@microsoft/sp-core-library';
import { palette } from '../theme';

/**
 * A scope in which web parts find the site's theme, as a section of a SharePoint page provides it; the same
 * theme goes to styles written with SharePoint's theme slots (`"[theme: themePrimary]"`).
 */
export function provideTheme(parent: ServiceScope): ServiceScope {
  const theme = createTheme({ palette });
  loadTheme({ ...theme.palette, ...theme.semanticColors });
  const scope = parent.startNewChild();
  const provider = scope.createAndProvide(ThemeProvider.serviceKey, ThemeProvider);
  scope.finish();
  provider._setTheme({ ...theme, isInverted: false } as unknown as ITheme); // SharePoint's type is an older Fluent's
  return scope;
}
