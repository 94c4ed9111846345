import { controlTypes, type CanvasControl } from '../../sharepoint/pages/canvas';
import { isAsProvisioned } from '../../sharepoint/pages/definedCanvas';

/** What provisioning would put onto a page that is there. */
export type ContentChange =
  | { readonly kind: 'none' }
  /** Nobody has edited the page, and its definition is another by now. */
  | { readonly kind: 'replaced'; readonly controls: readonly CanvasControl[] }
  /** Somebody has edited the page: web parts of ours that it lacks stand below what is there, and nothing else changes. */
  | { readonly kind: 'completed'; readonly controls: readonly CanvasControl[] };

/** Compares a page with its definition. An editor's texts, layout and properties are never touched. */
export function contentChange(found: readonly CanvasControl[], wanted: readonly CanvasControl[]): ContentChange {
  const missing = wanted.filter((control) => !found.some(({ id }) => id === control.id));
  if (missing.length === 0) return { kind: 'none' };
  if (found.length === 0 || isAsProvisioned(found))
    return { kind: 'replaced', controls: wanted.map((control) => withFoundData(control, found)) };
  const webParts = missing.filter(({ controlType }) => controlType === controlTypes.webPart);
  if (webParts.length === 0) return { kind: 'none' };
  const below = Math.max(0, ...found.map(({ position }) => position?.zoneIndex ?? 0));
  return { kind: 'completed', controls: [...found, ...webParts.map((control) => movedDown(control, below))] };
}

/** The properties of a web part are the editor's as soon as it is on the page. */
function withFoundData(control: CanvasControl, found: readonly CanvasControl[]): CanvasControl {
  const webPartData = control.controlType === controlTypes.webPart ? found.find(({ id }) => id === control.id)?.webPartData : undefined;
  return webPartData ? { ...control, webPartData } : control;
}

function movedDown(control: CanvasControl, sections: number): CanvasControl {
  const { position } = control;
  return position ? { ...control, position: { ...position, zoneIndex: position.zoneIndex + sections } } : control;
}
