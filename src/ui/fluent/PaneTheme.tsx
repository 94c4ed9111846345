import { pageWriting } from './writing'; // before Fluent
import * as React from 'react';
import { createTheme, ThemeProvider } from '@fluentui/react/lib/Theme';
import styles from './PaneTheme.module.scss';

/** The colours of a site's theme. */
const slots = [
  'themePrimary',
  'themeLighterAlt',
  'themeLighter',
  'themeLight',
  'themeTertiary',
  'themeSecondary',
  'themeDarkAlt',
  'themeDark',
  'themeDarker',
  'neutralLighterAlt',
  'neutralLighter',
  'neutralLight',
  'neutralQuaternaryAlt',
  'neutralQuaternary',
  'neutralTertiaryAlt',
  'neutralTertiary',
  'neutralSecondary',
  'neutralPrimaryAlt',
  'neutralPrimary',
  'neutralDark',
  'black',
  'white',
] as const;

// By name: the style sheet with the values may come a moment later, and changes when the site's theme does.
const palette = Object.fromEntries(slots.map((slot) => [slot, `var(--site-${slot})`]));
const theme = createTheme({ defaultFontStyle: pageWriting, palette });

/**
 * Gives Fluent's controls in the property pane the site's theme. The pane stands beside the page: the theme of the web
 * part's section, which may be dark, is not its own. SharePoint writes the site's colours into style sheets.
 */
export function PaneTheme({ children }: { readonly children: React.ReactNode }): React.ReactElement {
  return (
    <div className={styles.pane}>
      <ThemeProvider theme={theme} applyTo="none">
        {children}
      </ThemeProvider>
    </div>
  );
}
