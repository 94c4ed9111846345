/** Contrast as WCAG 2 computes it: 1 for two equal colours, 21 for black on white. */

type Rgb = readonly [red: number, green: number, blue: number];

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

/** Undefined for what is no opaque colour: a name, a gradient, 'transparent'. */
export function contrastOf(one: string, other: string): number | undefined {
  const first = parseColour(one);
  const second = parseColour(other);
  return first && second && ratio(first, second);
}

/**
 * The first of the colours that stands out enough from the background. Where none does, the first one, made as much darker or lighter as
 * it needs: it keeps its hue. A background that cannot be computed is taken as right: the theme's own pair stays together.
 */
export function readableOn(background: string, colours: readonly string[], atLeast: number): string {
  const [first = '#000000'] = colours;
  const enough = colours.find((colour) => (contrastOf(colour, background) ?? atLeast) >= atLeast);
  const ground = parseColour(background);
  const start = parseColour(first);
  return enough ?? (ground && start ? hexOf(mixedUntil(start, ground, atLeast)) : first);
}

function mixedUntil(colour: Rgb, ground: Rgb, atLeast: number): Rgb {
  const pole = ratio(white, ground) > ratio(black, ground) ? white : black;
  for (let share = 0.05; share < 1; share += 0.05) {
    const mixed = mix(colour, pole, share);
    if (ratio(mixed, ground) >= atLeast) return mixed;
  }
  return pole;
}

function mix([red, green, blue]: Rgb, [toRed, toGreen, toBlue]: Rgb, share: number): Rgb {
  const between = (from: number, to: number): number => Math.round(from + (to - from) * share);
  return [between(red, toRed), between(green, toGreen), between(blue, toBlue)];
}

function ratio(one: Rgb, other: Rgb): number {
  const lights = [luminance(one), luminance(other)];
  return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
}

/** Relative luminance, 0 to 1 (WCAG 2.2, definition of that name). */
function luminance([red, green, blue]: Rgb): number {
  const linear = (channel: number): number => (channel <= 10.31475 ? channel / 3294.6 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function parseColour(text: string): Rgb | undefined {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(text);
  const hex = short ? short.slice(1).map((digit) => digit + digit) : /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text)?.slice(1);
  const channels = hex?.map((pair) => parseInt(pair, 16)) ?? /^rgb\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*\)$/i.exec(text)?.slice(1).map(Number);
  const [red, green, blue] = channels ?? [];
  return red === undefined || green === undefined || blue === undefined ? undefined : [red, green, blue];
}

function hexOf(colour: Rgb): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
