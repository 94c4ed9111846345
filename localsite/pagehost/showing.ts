import { controlTypes, emphases, type CanvasControl, type Emphasis } from '../../sharepoint/pages/canvas';

/** In what a page is shown: SharePoint's own pages, a full page of one web part, or Teams. */
export const hosts = ['sharepoint', 'fullpage', 'teams-tab', 'teams-personal'] as const;
export type Host = (typeof hosts)[number];

export const teamsThemes = ['default', 'dark', 'contrast'] as const;
export type TeamsTheme = (typeof teamsThemes)[number];

export const columns = ['third', 'fullwidth'] as const;

/**
 * How a page of the local site is shown beside what its definition says, so that a web part can be looked at wherever it may stand:
 * `?host=teams-tab&theme=dark`, `?section=strong`, `?column=third`, `?twice`.
 */
export interface Showing {
  readonly host: Host;
  readonly theme: TeamsTheme;
  /** Undefined: as the page's definition says. */
  readonly section: Emphasis | undefined;
  readonly column: (typeof columns)[number] | undefined;
  readonly isTwice: boolean;
}

/** What an address asks for; words that mean nothing are left out. */
export function readShowing(asked: URLSearchParams): Showing {
  const host = asked.get('host') === 'teams' ? 'teams-tab' : oneOf(hosts, asked.get('host'));
  return {
    host: host ?? 'sharepoint',
    theme: oneOf(teamsThemes, asked.get('theme')) ?? 'default',
    section: oneOf(emphases, asked.get('section')),
    column: oneOf(columns, asked.get('column')),
    isTwice: asked.has('twice'),
  };
}

export function isInTeams({ host }: Pick<Showing, 'host'>): boolean {
  return host === 'teams-tab' || host === 'teams-personal';
}

/** The page's controls, placed as it is to be shown. For reading only: nothing of it is saved. */
export function controlsAsShown(controls: readonly CanvasControl[], showing: Showing): readonly CanvasControl[] {
  if (showing.host !== 'sharepoint') {
    return controls.filter(holdsWebPart).slice(0, 1).map(fromEdgeToEdge);
  }
  const { section, column, isTwice } = showing;
  const emphasised =
    section === undefined ? controls : controls.map((control) => ({ ...control, emphasis: { zoneEmphasis: emphases.indexOf(section) } }));
  const doubled = isTwice ? emphasised.flatMap((control) => (holdsWebPart(control) ? [control, again(control)] : [control])) : emphasised;
  if (column === 'fullwidth') return doubled.map(fromEdgeToEdge);
  return column === 'third' ? doubled.flatMap(inAThird) : doubled;
}

function holdsWebPart(control: CanvasControl): boolean {
  return control.controlType === controlTypes.webPart;
}

function fromEdgeToEdge(control: CanvasControl): CanvasControl {
  return { ...control, position: { ...place(control), sectionIndex: 1, sectionFactor: 0 } };
}

/** The same web part a second time, below the first. */
function again(control: CanvasControl): CanvasControl {
  const instanceId = crypto.randomUUID();
  const data = control.webPartData && { ...control.webPartData, instanceId };
  return { ...control, id: instanceId, webPartData: data };
}

/** A web part in the narrow column, a text beside it; what stood in other columns goes below. */
function inAThird(control: CanvasControl): readonly CanvasControl[] {
  if (!holdsWebPart(control)) return [control];
  const text = '<p>This text stands in the wide column of the section, beside the web part.</p>';
  const beside = { controlType: controlTypes.text, innerHTML: text, emphasis: control.emphasis };
  return [
    { ...control, position: { ...place(control), sectionIndex: 1, sectionFactor: 4 } },
    { ...beside, position: { ...place(control), sectionIndex: 2, sectionFactor: 8 } },
  ];
}

function place({ position }: CanvasControl): NonNullable<CanvasControl['position']> {
  return position ?? { zoneIndex: 1, sectionIndex: 1, controlIndex: 1, sectionFactor: 12, layoutIndex: 1 };
}

function oneOf<T extends string>(names: readonly T[], asked: string | null): T | undefined {
  return names.find((name) => name === asked);
}
