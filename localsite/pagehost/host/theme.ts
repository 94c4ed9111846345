import { createTheme } from '@fluentui/theme';
import { ThemeProvider, type ITheme } from '@microsoft/sp-component-base';
import type { ServiceScope } from '@microsoft/sp-core-library';
import { palette } from '../theme';

/**
 * A scope in which web parts find the site's theme, as a section of a SharePoint page provides it.
 * `createTheme` makes the slots and semantic colours from the palette just as SharePoint does.
 */
export function provideTheme(parent: ServiceScope): ServiceScope {
  const scope = parent.startNewChild();
  const provider = scope.createAndProvide(ThemeProvider.serviceKey, ThemeProvider);
  scope.finish();
  const theme = createTheme({ palette });
  provider._setTheme({ ...theme, isInverted: false } as unknown as ITheme); // SharePoint's type is an older Fluent's
  return scope;
}
