import * as React from 'react';
import { createTheme, ThemeProvider, type Theme } from '@fluentui/react/lib/Theme';
import styles from './PaneTheme.module.scss';
import { pageWriting } from './writing';

/** The colours of a theme that the controls of a pane use. */
const palette = [
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

/**
 * Gives Fluent's controls in the property pane the site's theme. The pane stands beside the page: the theme of the web
 * part's section, which may be dark, is not its own. SharePoint writes the site's colours into style sheets.
 */
export function PaneTheme({ children }: { readonly children: React.ReactNode }): React.ReactElement {
  const root = React.useRef<HTMLDivElement>(null);
  const [theme, setTheme] = React.useState<Theme>(() => createTheme({ defaultFontStyle: pageWriting }));
  React.useLayoutEffect(() => {
    if (root.current) setTheme(createTheme({ defaultFontStyle: pageWriting, palette: coloursOf(root.current) }));
  }, []);
  return (
    <div ref={root} className={styles.pane}>
      <ThemeProvider theme={theme} applyTo="none">
        {children}
      </ThemeProvider>
    </div>
  );
}

function coloursOf(element: HTMLElement): Theme['palette'] | Record<string, string> {
  const style = getComputedStyle(element);
  return Object.fromEntries(
    palette.map((slot) => [slot, style.getPropertyValue(`--site-${slot}`).trim()] as const).filter(([, colour]) => colour !== ''),
  );
}
