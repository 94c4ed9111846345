import * as v from 'valibot';

/** A page's canvas, as SharePoint keeps it in `CanvasContent1`: read, written and changed here and nowhere else. */

const Position = v.looseObject({
  zoneIndex: v.optional(v.number(), 1),
  sectionIndex: v.optional(v.number(), 1),
  controlIndex: v.optional(v.number(), 1),
  sectionFactor: v.optional(v.number(), 12),
  layoutIndex: v.optional(v.number(), 1),
});

const WebPartData = v.looseObject({
  id: v.string(),
  instanceId: v.string(),
  title: v.optional(v.string(), ''),
  description: v.optional(v.string(), ''),
  dataVersion: v.optional(v.string(), '1.0'),
  properties: v.optional(v.record(v.string(), v.unknown()), {}),
  serverProcessedContent: v.optional(v.record(v.string(), v.unknown()), {}),
});

const Control = v.looseObject({
  controlType: v.optional(v.number()),
  id: v.optional(v.string()),
  position: v.optional(Position),
  emphasis: v.optional(v.looseObject({ zoneEmphasis: v.optional(v.number()) })),
  webPartId: v.optional(v.string()),
  webPartData: v.optional(WebPartData),
  innerHTML: v.optional(v.string()),
});

export type CanvasControl = v.InferOutput<typeof Control>;
export type WebPartData = v.InferOutput<typeof WebPartData>;

/** SharePoint's `controlType`. */
export const controlTypes = { webPart: 3, text: 4 } as const;

/** The four backgrounds of a section; the place of each is SharePoint's `zoneEmphasis`. */
export const emphases = ['none', 'neutral', 'soft', 'strong'] as const;

export type Emphasis = (typeof emphases)[number];

/** A control that holds a web part. */
export interface WebPartControl {
  readonly kind: 'web part';
  readonly instanceId: string;
  readonly data: WebPartData;
}

/** A control that holds text as HTML. */
export interface TextControl {
  readonly kind: 'text';
  readonly html: string;
}

export interface Column {
  /** Of twelve: SharePoint's `sectionFactor`. 0 for a full-width section, which reaches from edge to edge. */
  readonly width: number;
  readonly controls: readonly (WebPartControl | TextControl)[];
}

export interface Section {
  readonly emphasis: Emphasis;
  readonly columns: readonly Column[];
}

/**
 * The controls in `CanvasContent1` of a page. Empty content is an empty page, as in SharePoint;
 * content that is not canvas JSON throws (the page is then broken, and says so).
 */
export function parseCanvas(content: string | null | undefined): readonly CanvasControl[] {
  return content ? v.parse(v.array(Control), JSON.parse(content)) : [];
}

/** Sections from top to bottom, their columns from left to right, the controls of each in order. */
export function sectionsOf(controls: readonly CanvasControl[]): readonly Section[] {
  const placed = controls.filter((control) => control.position !== undefined);
  return groups(placed, (control) => control.position?.zoneIndex ?? 0).map((zone) => ({
    emphasis: emphases[zone[0]?.emphasis?.zoneEmphasis ?? 0] ?? 'none',
    columns: groups(zone, (control) => control.position?.sectionIndex ?? 0).map((column) => ({
      width: column[0]?.position?.sectionFactor ?? 12,
      controls: groups(column, (control) => control.position?.controlIndex ?? 0)
        .flat()
        .flatMap(shown),
    })),
  }));
}

function shown(control: CanvasControl): readonly (WebPartControl | TextControl)[] {
  if (control.controlType === controlTypes.webPart && control.webPartData) {
    return [{ kind: 'web part', instanceId: control.id ?? control.webPartData.instanceId, data: control.webPartData }];
  }
  return control.controlType === controlTypes.text ? [{ kind: 'text', html: control.innerHTML ?? '' }] : [];
}

/** Items with the same number together, in the order of the numbers. */
function groups<T>(items: readonly T[], numberOf: (item: T) => number): readonly (readonly T[])[] {
  const numbers = [...new Set(items.map(numberOf))].sort((one, other) => one - other);
  return numbers.map((number) => items.filter((item) => numberOf(item) === number));
}

/** The same canvas with the data of some web parts replaced, by instance; all else stays as it was. */
export function withWebPartData(controls: readonly CanvasControl[], changed: ReadonlyMap<string, WebPartData>): readonly CanvasControl[] {
  return controls.map((control) => {
    const data = changed.get(control.id ?? control.webPartData?.instanceId ?? '');
    return data ? { ...control, webPartData: data } : control;
  });
}

/** The same canvas with one property set on every web part that has it. */
export function withProperty(controls: readonly CanvasControl[], name: string, value: unknown): readonly CanvasControl[] {
  return controls.map((control) => {
    const { webPartData } = control;
    if (webPartData?.properties[name] === undefined) return control;
    return { ...control, webPartData: { ...webPartData, properties: { ...webPartData.properties, [name]: value } } };
  });
}
