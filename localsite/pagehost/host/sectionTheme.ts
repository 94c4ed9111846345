import { createTheme, type IPalette, type ITheme } from '@fluentui/theme';
import type { Emphasis } from '../../../sharepoint/pages/canvas';

/** Slots of a variant's palette or semantic colours, each with the slot of the site's palette that it takes. */
type Taken = Readonly<Record<string, keyof IPalette>>;

interface Variant {
  readonly palette: Taken;
  readonly semantic: Taken;
}

/**
 * The theme that web parts get in a section of this background. What each variant takes from the site's palette was read off Microsoft's
 * `@fluentui/scheme-utilities` 8.3.73 (`getVariant`), which is what SharePoint's pages call it by; slots that nothing here shows are left out.
 */
export function sectionTheme(palette: Partial<IPalette>, isInverted: boolean, emphasis: Emphasis): ITheme {
  const site = createTheme({ palette, isInverted });
  if (emphasis === 'none') return site;
  const variant = variants[emphasis](isInverted);
  const own = createTheme({ palette: { ...site.palette, ...takenFrom(site.palette, variant.palette) } });
  return {
    ...site,
    palette: own.palette,
    semanticColors: { ...own.semanticColors, ...takenFrom(site.palette, variant.semantic) },
    isInverted: emphasis === 'strong' ? !isInverted : isInverted,
  };
}

function takenFrom(palette: IPalette, taken: Taken): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(taken).map(([slot, from]) => [slot, palette[from] ?? '']));
}

/** Both light variants go one shade stronger, for their background is darker. */
const strongerTheme: Taken = {
  themeDark: 'themeDarker',
  themeDarkAlt: 'themeDark',
  themePrimary: 'themeDarkAlt',
  themeSecondary: 'themePrimary',
  themeTertiary: 'themeSecondary',
  themeLight: 'themeTertiary',
  themeLighter: 'themeLight',
};

const onLight: Taken = {
  bodyText: 'neutralPrimary',
  bodySubtext: 'neutralSecondary',
  bodyDivider: 'neutralQuaternaryAlt',
  focusBorder: 'neutralSecondary',
  inputBorder: 'neutralTertiary',
  link: 'themeDarkAlt',
  linkHovered: 'themeDarker',
  primaryButtonBackground: 'themePrimary',
  primaryButtonText: 'white',
};

const variants: Readonly<Record<Exclude<Emphasis, 'none'>, (isInverted: boolean) => Variant>> = {
  neutral: () => ({
    palette: {
      ...strongerTheme,
      themeLighterAlt: 'themeLighterAlt',
      neutralQuaternary: 'neutralTertiaryAlt',
      neutralQuaternaryAlt: 'neutralQuaternary',
      neutralLight: 'neutralQuaternaryAlt',
      neutralLighter: 'neutralLight',
      neutralLighterAlt: 'neutralLight',
      white: 'neutralLighter',
    },
    semantic: { ...onLight, bodyBackground: 'neutralLighter', bodyStandoutBackground: 'neutralLight' },
  }),
  soft: (isInverted) => ({
    palette: {
      ...strongerTheme,
      themeLighterAlt: 'themeLighter',
      neutralTertiaryAlt: isInverted ? 'themeDarker' : 'themeDarkAlt',
      neutralQuaternary: isInverted ? 'themeDark' : 'themePrimary',
      neutralQuaternaryAlt: isInverted ? 'themeDarkAlt' : 'themeSecondary',
      neutralLight: isInverted ? 'themePrimary' : 'themeTertiary',
      neutralLighter: isInverted ? 'themeSecondary' : 'themeLight',
      neutralLighterAlt: isInverted ? 'themeTertiary' : 'themeLighter',
      white: isInverted ? 'themeLight' : 'themeLighterAlt',
    },
    semantic: {
      ...onLight,
      bodyBackground: isInverted ? 'themeLight' : 'themeLighterAlt',
      bodyStandoutBackground: isInverted ? 'themeTertiary' : 'themeLighter',
    },
  }),
  strong: (isInverted) => ({
    palette: {
      themeDarker: 'white',
      themeDark: 'neutralLighterAlt',
      themeDarkAlt: 'neutralLighterAlt',
      themePrimary: 'white',
      themeSecondary: 'neutralLighter',
      themeTertiary: 'neutralLight',
      themeLight: 'neutralQuaternaryAlt',
      themeLighter: 'neutralQuaternary',
      themeLighterAlt: 'neutralTertiaryAlt',
      black: 'neutralLighterAlt',
      neutralDark: 'neutralLighter',
      neutralPrimary: 'white',
      neutralPrimaryAlt: 'neutralLight',
      neutralSecondary: 'neutralQuaternaryAlt',
      neutralTertiary: 'neutralQuaternary',
      neutralTertiaryAlt: 'themeLighterAlt',
      neutralQuaternary: 'themeLighterAlt',
      neutralQuaternaryAlt: 'themeLighter',
      neutralLight: 'themeLight',
      neutralLighter: 'themeTertiary',
      neutralLighterAlt: 'themeSecondary',
      white: 'themePrimary',
    },
    semantic: {
      bodyBackground: 'themePrimary',
      bodyStandoutBackground: 'themeDarkAlt',
      bodyText: 'white',
      bodySubtext: 'white',
      bodyDivider: 'themeTertiary',
      focusBorder: 'white',
      inputBorder: 'themeDarkAlt',
      link: 'white',
      linkHovered: 'white',
      primaryButtonBackground: 'white',
      primaryButtonText: isInverted ? 'neutralPrimary' : 'themePrimary',
    },
  }),
};
