import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

/** A page as sharepoint/pages describes it. */
export type PageDefinition = v.InferOutput<typeof pageSchema>;

const webPartSchema = v.object({
  /** The same on every school's page, so that a second run recognises it. */
  instanceId: v.pipe(v.string(), v.uuid()),
  /** Folder of the web part in src/webparts. */
  webPart: v.string(),
  properties: v.optional(v.record(v.string(), v.unknown()), {}),
});
const pageSchema = v.object({
  /** The page's file is <name>.aspx. */
  name: v.string(),
  title: v.string(),
  layout: v.optional(v.picklist(['Article', 'Home']), 'Article'),
  sections: v.array(
    v.object({
      /** Width in twelfths of the section. */
      columns: v.array(v.object({ width: v.number(), webParts: v.array(webPartSchema) })),
    }),
  ),
});
const manifestSchema = v.object({
  id: v.string(),
  preconfiguredEntries: v.array(
    v.object({
      title: v.object({ default: v.string() }),
      description: v.object({ default: v.string() }),
      properties: v.optional(v.record(v.string(), v.unknown()), {}),
    }),
  ),
});

const root = join(__dirname, '../..');

/** All pages that a Schoolgate site gets. */
export function readPageDefinitions(): readonly PageDefinition[] {
  const folder = join(root, 'sharepoint/pages');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => v.parse(pageSchema, JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

/** SharePoint's controls for a page, as its CanvasContent1 holds them. */
export function canvasOf(page: PageDefinition): readonly CanvasControl[] {
  return page.sections.flatMap((section, zone) =>
    section.columns.flatMap((column, place) =>
      column.webParts.map((part, order) =>
        controlOf(part, {
          zoneIndex: zone + 1,
          sectionIndex: place + 1,
          controlIndex: order + 1,
          sectionFactor: column.width,
          layoutIndex: 1,
        }),
      ),
    ),
  );
}

interface Position {
  readonly zoneIndex: number;
  readonly sectionIndex: number;
  readonly controlIndex: number;
  readonly sectionFactor: number;
  readonly layoutIndex: 1;
}

export interface CanvasControl {
  readonly controlType: 3;
  readonly id: string;
  readonly position: Position;
  readonly webPartId: string;
  readonly webPartData: Readonly<Record<string, unknown>>;
}

function controlOf(part: v.InferOutput<typeof webPartSchema>, position: Position): CanvasControl {
  const manifest = readManifest(part.webPart);
  const [entry] = manifest.preconfiguredEntries;
  const webPartData = {
    id: manifest.id,
    instanceId: part.instanceId,
    title: entry?.title.default ?? '',
    description: entry?.description.default ?? '',
    dataVersion: '1.0',
    properties: { ...entry?.properties, ...part.properties },
    serverProcessedContent: {},
  };
  return { controlType: 3, id: part.instanceId, position, webPartId: manifest.id, webPartData };
}

/** Manifests are JSON with comment lines. */
function readManifest(webPart: string): v.InferOutput<typeof manifestSchema> {
  const folder = join(root, 'src/webparts', webPart);
  const file = readdirSync(folder).find((name) => name.endsWith('.manifest.json'));
  if (!file) throw new Error(`There is no web part ${webPart}.`);
  const text = readFileSync(join(folder, file), 'utf8')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/\/\*[\s\S]*?\*\//g, '');
  return v.parse(manifestSchema, JSON.parse(text));
}
