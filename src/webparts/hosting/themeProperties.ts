import {
  inkNames,
  inkOf,
  surfaceNames,
  surfaceOf,
  whiteTheme,
  type InkName,
  type SurfaceName,
  type ThemeColours,
  type ThemeSlot,
} from './colourPairs';
import { readableOn } from './contrast';

/** Tried for a text whose own colour cannot be read on its background. */
const neutralInks = ['#323130', '#ffffff', '#000000'];

/**
 * Gives a web part the colours of its section, as CSS custom properties: `--schoolgate-panel` for a background,
 * `--schoolgate-panel-text` for what stands on it, `--schoolgate-text` for what stands on the section itself.
 */
export function setThemeProperties(element: HTMLElement, theme: ThemeColours): void {
  for (const [property, colour] of Object.entries(themeProperties(theme))) {
    element.style.setProperty(property, colour);
  }
  element.style.colorScheme = theme.isInverted === true ? 'dark' : 'light';
}

/** The properties by name. */
export function themeProperties(theme: ThemeColours): Readonly<Record<string, string>> {
  const properties: Record<string, string> = {};
  for (const surface of surfaceNames) {
    properties[`--schoolgate-${surface}`] = backgroundOf(theme, surface);
    for (const ink of inkNames) {
      properties[`--schoolgate-${surface}-${ink}`] = inkOn(theme, surface, ink);
    }
  }
  for (const ink of inkNames) {
    properties[`--schoolgate-${ink}`] = inkOn(theme, 'page', ink);
  }
  return properties;
}

export function backgroundOf(theme: ThemeColours, surface: SurfaceName): string {
  return colourOf(theme, surfaceOf(surface).slot);
}

/** The theme's colour where it can be seen on this background, else one that can. */
export function inkOn(theme: ThemeColours, surface: SurfaceName, ink: InkName): string {
  const { slot, contrast, isNeutral } = inkOf(ink);
  const colour = colourOf(theme, surfaceOf(surface).own?.[ink] ?? slot);
  if (contrast === undefined) return colour;
  return readableOn(backgroundOf(theme, surface), isNeutral ? [colour, ...neutralInks] : [colour], contrast);
}

function colourOf(theme: ThemeColours, slot: ThemeSlot): string {
  return theme.semanticColors?.[slot] ?? whiteTheme[slot];
}
