import type { IPalette } from '@fluentui/theme';

interface SiteTheme {
  readonly name: string;
  readonly isInverted: boolean;
  readonly palette: Partial<IPalette>;
}

type Shades<Names extends readonly string[]> = { readonly [Place in keyof Names]: string };

const themeSlots = [
  'themeDarker',
  'themeDark',
  'themeDarkAlt',
  'themePrimary',
  'themeSecondary',
  'themeTertiary',
  'themeLight',
  'themeLighter',
  'themeLighterAlt',
] as const;

const groundSlots = [
  'white',
  'neutralLighterAlt',
  'neutralLighter',
  'neutralLight',
  'neutralQuaternaryAlt',
  'neutralQuaternary',
  'neutralTertiaryAlt',
] as const;

/**
 * The themes that SharePoint brings along, with the values in Microsoft's documentation of them ("SharePoint site theming: JSON schema",
 * its tables of the eight built-in themes: six on light backgrounds, two on dark ones).
 */
export const sharePointThemes: readonly SiteTheme[] = [
  onLight('Red', ['#751b1e', '#952226', '#c02b30', '#d13438', '#d6494d', '#ecaaac', '#f6d6d8', '#faebeb', '#fdf5f5']),
  onLight('Orange', ['#6f2d09', '#8d390b', '#b5490f', '#ca5010', '#e55c12', '#f6b28d', '#fbdac9', '#fdede4', '#fef6f1']),
  onLight('Green', ['#094c23', '#0c602c', '#0f7c39', '#10893e', '#14a94e', '#7aefa7', '#bff7d5', '#dffbea', '#effdf4']),
  onLight('Blue', ['#004578', '#005a9e', '#106ebe', '#0078d7', '#2b88d8', '#71afe5', '#c7e0f4', '#deecf9', '#eff6fc']),
  onLight('Purple', ['#27268a', '#3230b0', '#5250cf', '#6b69d6', '#7a78da', '#c1c0ee', '#e1e1f7', '#f0f0fb', '#f8f7fd']),
  onLight('Gray', ['#323130', '#403e3d', '#53504e', '#5d5a58', '#6d6a67', '#bbb9b8', '#dfdedd', '#efeeee', '#f7f7f7']),
  onDark(
    'Dark Yellow',
    ['#fff171', '#ffed4b', '#ffe817', '#fce100', '#e3cc00', '#6a5f00', '#322d00', '#191700', '#0d0b00'],
    ['#1f1f1f', '#282828', '#313131', '#3f3f3f', '#484848', '#4f4f4f', '#6d6d6d'],
  ),
  onDark(
    'Dark Blue',
    ['#6cdfff', '#44d6ff', '#0ecbff', '#00bcf2', '#00abda', '#005066', '#002630', '#001318', '#00090c'],
    ['#262a35', '#2e3340', '#353a49', '#404759', '#474e62', '#4c546a', '#646e8a'],
  ),
];

function onLight(name: string, shades: Shades<typeof themeSlots>): SiteTheme {
  const ground = named(groundSlots, ['#ffffff', '#f8f8f8', '#f4f4f4', '#eaeaea', '#dadada', '#d0d0d0', '#c8c8c8']);
  const text = {
    neutralTertiary: '#a6a6a6',
    neutralSecondaryAlt: '#767676',
    neutralSecondary: '#666666',
    neutralPrimaryAlt: '#3c3c3c',
    neutralPrimary: '#333333',
    neutralDark: '#212121',
    black: '#000000',
  };
  return { name, isInverted: false, palette: { ...named(themeSlots, shades), ...ground, ...text } };
}

function onDark(name: string, shades: Shades<typeof themeSlots>, grounds: Shades<typeof groundSlots>): SiteTheme {
  const text = {
    neutralTertiary: '#c8c8c8',
    neutralSecondaryAlt: '#d0d0d0',
    neutralSecondary: '#dadada',
    neutralPrimaryAlt: '#eaeaea',
    neutralPrimary: '#ffffff',
    neutralDark: '#f4f4f4',
    black: '#f8f8f8',
  };
  return { name, isInverted: true, palette: { ...named(themeSlots, shades), ...named(groundSlots, grounds), ...text } };
}

function named<Names extends readonly string[]>(slots: Names, shades: Shades<Names>): Readonly<Record<string, string>> {
  return Object.fromEntries(slots.map((slot, place) => [slot, shades[place] ?? '']));
}
