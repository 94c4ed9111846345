import { loadTheme } from '@fluentui/react';
import { createLightTheme } from '@fluentui/react-components';
import { palette } from '../theme';

/** Gives the property pane the site's colours: Fluent 8 by its theme, Fluent 9 by custom properties on the pane. */
export function wearSiteTheme(): void {
  loadTheme({ palette });
  const tokens = Object.entries(createLightTheme(brand)).map(([name, value]) => `--${name}:${String(value)}`);
  const style = document.createElement('style');
  style.textContent = `[id=spPropertyPaneContainer]{${tokens.join(';')}}`;
  document.head.appendChild(style);
}

/** Fluent 9 wants sixteen shades from dark to light; a SharePoint palette has nine. */
const brand = {
  10: palette.themeDarker,
  20: palette.themeDarker,
  30: palette.themeDarker,
  40: palette.themeDark,
  50: palette.themeDark,
  60: palette.themeDarkAlt,
  70: palette.themeDarkAlt,
  80: palette.themePrimary,
  90: palette.themeSecondary,
  100: palette.themeSecondary,
  110: palette.themeTertiary,
  120: palette.themeTertiary,
  130: palette.themeLight,
  140: palette.themeLight,
  150: palette.themeLighter,
  160: palette.themeLighterAlt,
};
