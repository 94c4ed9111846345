import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/tokens';
import { sectionTheme } from '../../localsite/pagehost/host/sectionTheme';
import { emphases } from '../../sharepoint/pages/canvas';
import { palette } from '../../localsite/pagehost/theme';
import { inkNames, inkOf, surfaceNames, whiteTheme, type ThemeColours } from '../../src/webparts/hosting/colourPairs';
import { contrastOf } from '../../src/webparts/hosting/contrast';
import { teamsTheme, teamsThemeName } from '../../src/webparts/hosting/teamsTheme';
import { backgroundOf, inkOn, themeProperties } from '../../src/webparts/hosting/themeProperties';
import { sharePointThemes } from '../kit/sharePointThemes';

const src = join(__dirname, '..', '..', 'src');

const siteThemes = [...sharePointThemes, { name: "the demo school's", isInverted: false, palette }];
const sections = siteThemes.flatMap(({ name, isInverted, palette: colours }) =>
  emphases.map((emphasis): [string, ThemeColours] => [`${name}, section ${emphasis}`, sectionTheme(colours, isInverted, emphasis)]),
);
const teams = ['default', 'dark', 'contrast'].map((name): [string, ThemeColours] => [`Teams ${name}`, teamsTheme(teamsThemeName(name))]);

/** Colours that cannot be seen on their background, with the contrast that they have and the one that they need. */
function tooFaint(theme: ThemeColours): readonly string[] {
  return surfaceNames.flatMap((surface) =>
    inkNames.flatMap((ink) => {
      const needed = inkOf(ink).contrast;
      const has = contrastOf(inkOn(theme, surface, ink), backgroundOf(theme, surface));
      if (needed === undefined || (has !== undefined && has >= needed)) return [];
      return [`${ink} on ${surface}: ${has?.toFixed(2) ?? 'no colour'} of ${needed}`];
    }),
  );
}

describe('every colour that a style sheet may use can be seen on every background that it may stand on', () => {
  it.each([...sections, ...teams])('%s', (_name, theme) => {
    expect(tooFaint(theme)).toEqual([]);
  });

  it('in a strong section too, where SharePoint leaves the warning background light and makes the text white', () => {
    const strong = sectionTheme(palette, false, 'strong');
    expect(contrastOf(strong.semanticColors.bodyText, strong.semanticColors.warningBackground)).toBeLessThan(1.2);
    expect(contrastOf(inkOn(strong, 'notice', 'text'), backgroundOf(strong, 'notice'))).toBeGreaterThan(4.5);
    expect(inkOn(strong, 'page', 'text')).toBe('#ffffff');
  });
});

describe('the colours of a theme', () => {
  it('stay as they are where they can be seen', () => {
    const { semanticColors } = sectionTheme(palette, false, 'none');
    expect(themeProperties({ semanticColors })).toMatchObject({
      '--schoolgate-page': semanticColors.bodyBackground,
      '--schoolgate-text': semanticColors.bodyText,
      '--schoolgate-link': semanticColors.link,
      '--schoolgate-panel-quiet-text': semanticColors.bodySubtext,
      '--schoolgate-main-text': semanticColors.primaryButtonText,
    });
  });

  it('keep their hue where they have to become darker', () => {
    const faint = { semanticColors: { ...whiteTheme, link: '#71afe5' } };
    expect(inkOn(faint, 'page', 'link')).not.toBe('#000000');
    expect(contrastOf(inkOn(faint, 'page', 'link'), '#ffffff')).toBeGreaterThanOrEqual(4.5);
  });

  it('are those of the white theme where SharePoint gives none', () => {
    expect(themeProperties({})).toMatchObject({ '--schoolgate-page': '#ffffff', '--schoolgate-text': '#323130' });
  });

  it('are left alone where they cannot be computed', () => {
    expect(inkOn({ semanticColors: { bodyBackground: 'var(--site)', bodyText: 'canvastext' } }, 'page', 'text')).toBe('canvastext');
  });

  it.each([
    ['#000000', '#ffffff', 21],
    ['rgb(118, 118, 118)', '#fff', 4.54],
  ])('%s on %s has the contrast that WCAG says', (one, other, contrast) => {
    expect(contrastOf(one, other)).toBeCloseTo(contrast, 2);
  });

  it.each([
    ['default', teamsLightTheme],
    ['dark', teamsDarkTheme],
    ['contrast', teamsHighContrastTheme],
  ] as const)('in Teams are those of Fluent UI: %s', (name, tokens) => {
    expect(teamsTheme(name).semanticColors).toMatchObject({
      bodyBackground: tokens.colorNeutralBackground3,
      bodyStandoutBackground: tokens.colorNeutralBackground1,
      warningBackground: tokens.colorStatusWarningBackground1,
      primaryButtonBackground: tokens.colorBrandBackground,
      primaryButtonText: tokens.colorNeutralForegroundOnBrand,
      bodyText: tokens.colorNeutralForeground1,
      bodySubtext: tokens.colorNeutralForeground3,
      bodyDivider: tokens.colorNeutralStroke2,
      inputBorder: tokens.colorNeutralStrokeAccessible,
      focusBorder: tokens.colorStrokeFocus2,
      link: tokens.colorBrandForegroundLink,
      successIcon: tokens.colorStatusSuccessForeground1,
      errorText: tokens.colorStatusDangerForeground1,
    });
  });

  it('in a theme of Teams that is new are those of the usual one', () => {
    expect(teamsThemeName('glass')).toBe('default');
  });
});

describe('style sheets', () => {
  const tokens = readFileSync(join(src, 'ui', '_tokens.scss'), 'utf8');
  const sheets = readdirSync(src, { recursive: true, encoding: 'utf8' })
    // The property pane is SharePoint's own, with SharePoint's own tokens.
    .filter((file) => file.endsWith('.module.scss') && !/propertyPane|PaneTheme/.test(file))
    .map((file): [string, string] => [file, readFileSync(join(src, file), 'utf8')]);
  const listOf = (name: string): readonly string[] => (new RegExp(`^\\$${name}: ([^;]*);`, 'm').exec(tokens)?.[1] ?? '').split(', ');

  it('know the same backgrounds and colours as the table that is computed', () => {
    expect(listOf('surfaces')).toEqual(surfaceNames);
    expect(listOf('inks')).toEqual(inkNames);
  });

  it('are all looked at', () => {
    expect(sheets.length).toBeGreaterThan(10);
  });

  it.each(sheets)('%s takes a background only together with its text, and has no colour of its own', (_file, text) => {
    const backgrounds = [...text.matchAll(/background(?:-color)?:\s*([^;]+);/g)].map(([, value]) => value);
    expect(backgrounds.filter((value) => !['transparent', 'none', '$line'].includes(value ?? ''))).toEqual([]);
    expect(text.match(/#[\da-f]{3,8}\b(?!\{)|\brgba?\(|--schoolgate/gi) ?? []).toEqual([]);
    const named = [...text.matchAll(/surface\(([\w-]+)\)/g)].map(([, name]) => name);
    expect(named.filter((name) => !listOf('surfaces').includes(name ?? ''))).toEqual([]);
  });

  it('give the initials of a child white letters that can be read', () => {
    const colours = /\$child-colours: \(([^)]*)\)/.exec(tokens)?.[1]?.split(/,\s*/) ?? [];
    expect(colours).toHaveLength(6);
    expect(colours.filter((colour) => (contrastOf('#ffffff', colour) ?? 0) < 4.5)).toEqual([]);
  });
});
