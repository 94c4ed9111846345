/**
 * Every background that our style sheets may use, and every colour that may stand on it. `src/ui/_tokens.scss` has the same names, and
 * a test holds both together: a background comes with its own text, so that no section of a page can part them.
 */

/** The colours of a theme, as SharePoint and Teams give them: only those that we use. */
export interface ThemeColours {
  readonly isInverted?: boolean;
  readonly semanticColors?: Readonly<Partial<Record<ThemeSlot, string>>>;
}

/** Names of Fluent UI's semantic colours, with SharePoint's own white theme for what a theme does not have. */
export const whiteTheme = {
  bodyBackground: '#ffffff',
  bodyStandoutBackground: '#faf9f8',
  listItemBackgroundHovered: '#f3f2f1',
  warningBackground: '#fff4ce',
  primaryButtonBackground: '#0b5cab',
  primaryButtonText: '#ffffff',
  bodyText: '#323130',
  messageText: '#323130',
  bodySubtext: '#605e5c',
  bodyDivider: '#edebe9',
  inputBorder: '#605e5c',
  focusBorder: '#605e5c',
  link: '#0b5cab',
  messageLink: '#005a9e',
  successIcon: '#107c10',
  errorText: '#a4262c',
} as const;

export type ThemeSlot = keyof typeof whiteTheme;

/** What stands on a surface: the theme's colour for it, and how much it must stand out (WCAG 2.2, 1.4.3 and 1.4.11). */
interface Ink {
  readonly slot: ThemeSlot;
  /** 4.5 for what is read, 3 for edges and signs that tell something; absent for what is only ornament. */
  readonly contrast?: 4.5 | 3;
  /** Black or white will do where the theme's colour does not: it has no hue to keep. */
  readonly isNeutral?: true;
}

export const inks = {
  text: { slot: 'bodyText', contrast: 4.5, isNeutral: true },
  'quiet-text': { slot: 'bodySubtext', contrast: 4.5 },
  link: { slot: 'link', contrast: 4.5 },
  good: { slot: 'successIcon', contrast: 4.5 },
  problem: { slot: 'errorText', contrast: 4.5 },
  accent: { slot: 'primaryButtonBackground', contrast: 3 },
  border: { slot: 'inputBorder', contrast: 3 },
  focus: { slot: 'focusBorder', contrast: 3 },
  line: { slot: 'bodyDivider' },
} as const satisfies Readonly<Record<string, Ink>>;

export type InkName = keyof typeof inks;

interface Surface {
  readonly slot: ThemeSlot;
  /** Inks that the theme has a colour of its own for on this background. */
  readonly own?: Readonly<Partial<Record<InkName, ThemeSlot>>>;
}

export const surfaces = {
  page: { slot: 'bodyBackground' },
  panel: { slot: 'bodyStandoutBackground' },
  hovered: { slot: 'listItemBackgroundHovered' },
  notice: { slot: 'warningBackground', own: { text: 'messageText', 'quiet-text': 'messageText', link: 'messageLink' } },
  main: { slot: 'primaryButtonBackground', own: { text: 'primaryButtonText' } },
} as const satisfies Readonly<Record<string, Surface>>;

export type SurfaceName = keyof typeof surfaces;

export const inkNames = Object.keys(inks) as readonly InkName[]; // the keys of the table above
export const surfaceNames = Object.keys(surfaces) as readonly SurfaceName[]; // likewise

/** The same tables, for whoever asks by a name that is known only when the code runs. */
export const inkOf = (name: InkName): Ink => inks[name];
export const surfaceOf = (name: SurfaceName): Surface => surfaces[name];
