import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { controlTypes, emphases, type CanvasControl, type Emphasis } from './canvas';
import type { PageDefinition, PartDefinition } from './definition';

/**
 * The canvas that a definition describes.
 * @param site server-relative address of the site, for links
 */
export function canvasOf(page: PageDefinition, site: string): readonly CanvasControl[] {
  return sealed(
    page.sections.flatMap((section, zone) =>
      section.columns.flatMap((column, place) =>
        column.parts.map((part, order) => ({
          position: { zoneIndex: zone + 1, sectionIndex: place + 1, controlIndex: order + 1, sectionFactor: column.width, layoutIndex: 1 },
          emphasis: emphasisOf(section.emphasis),
          ...controlOf(part, site),
        })),
      ),
    ),
  );
}

/** A plain section has an empty one, as SharePoint writes it. */
function emphasisOf(emphasis: Emphasis): { readonly zoneEmphasis?: number } {
  return emphasis === 'none' ? {} : { zoneEmphasis: emphases.indexOf(emphasis) };
}

function controlOf(part: PartDefinition, site: string): CanvasControl {
  if ('text' in part) {
    const innerHTML = part.text.join('').replaceAll('{site}', site === '/' ? '' : site);
    return { controlType: controlTypes.text, editorType: 'CKEditor', innerHTML };
  }
  const [entry] = readManifest(part.component).preconfiguredEntries;
  const webPartData = {
    id: part.component,
    instanceId: part.instanceId,
    title: entry?.title.default ?? '',
    description: entry?.description.default ?? '',
    dataVersion: '1.0',
    properties: { ...entry?.properties, ...part.properties },
    serverProcessedContent: {},
  };
  return { controlType: controlTypes.webPart, id: part.instanceId, webPartId: part.component, webPartData };
}

/**
 * Gives each text an id that is made from all that the page shows. A page whose texts still carry such ids is as provisioning
 * wrote it, whatever version wrote it: so nothing has to be kept about a page to know whether somebody has edited it.
 */
function sealed(controls: readonly CanvasControl[]): readonly CanvasControl[] {
  const seal = sealOf(controls);
  let texts = 0;
  return controls.map((control) => (control.controlType === controlTypes.text ? { ...control, id: textId(seal, texts++) } : control));
}

/**
 * Whether nobody has changed texts or layout since provisioning wrote the page. False in doubt: for a page without texts, and
 * where SharePoint has rewritten what it was given. Web parts' properties do not count; they are kept in any case.
 */
export function isAsProvisioned(controls: readonly CanvasControl[]): boolean {
  const texts = controls.filter((control) => control.controlType === controlTypes.text);
  const seal = sealOf(controls);
  return texts.length > 0 && texts.every((control, index) => control.id === textId(seal, index));
}

function sealOf(controls: readonly CanvasControl[]): string {
  const shown = controls
    .filter((control) => control.position !== undefined)
    .map(({ position, emphasis, controlType, id, innerHTML }) => [
      position?.zoneIndex,
      position?.sectionIndex,
      position?.controlIndex,
      position?.sectionFactor,
      emphasis?.zoneEmphasis ?? 0,
      controlType === controlTypes.text ? readable(innerHTML ?? '') : id,
    ]);
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex');
}

/** What a person sees of the HTML: its text, and where its links lead. */
function readable(html: string): string {
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
  const words = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [words, ...links].join(' ');
}

function textId(seal: string, index: number): string {
  const hex = createHash('sha256').update(`${seal} ${index}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

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

const webPartsFolder = join(__dirname, '../../src/webparts');

function readManifest(component: string): v.InferOutput<typeof manifestSchema> {
  const found = manifestFiles()
    .map((file) => v.parse(manifestSchema, parseWithComments(readFileSync(file, 'utf8'))))
    .find(({ id }) => id === component);
  if (!found) throw new Error(`There is no web part with the id ${component}.`);
  return found;
}

function manifestFiles(): readonly string[] {
  return readdirSync(webPartsFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.manifest.json'))
    .map((name) => join(webPartsFolder, name));
}

/** Manifests are JSON with comment lines. */
function parseWithComments(text: string): unknown {
  return JSON.parse(text.replace(/^\s*\/\/.*$/gm, '').replace(/\/\*[\s\S]*?\*\//g, ''));
}
