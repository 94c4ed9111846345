import { parseCanvas, sectionsOf, type CanvasControl } from '../../sharepoint/pages/canvas';
import { controlsAsShown, readShowing } from '../../localsite/pagehost/showing';

const controls: readonly CanvasControl[] = parseCanvas(
  JSON.stringify([
    {
      controlType: 3,
      id: 'part',
      position: { zoneIndex: 1, sectionIndex: 1, controlIndex: 1, sectionFactor: 12 },
      webPartData: { id: 'kind', instanceId: 'part', properties: { title: 'Ours' } },
    },
    { controlType: 4, innerHTML: '<p>Below</p>', position: { zoneIndex: 2, sectionIndex: 1, controlIndex: 1, sectionFactor: 12 } },
  ]),
);

/** Sections as they are shown: background, and the columns with width and number of controls. */
function sections(query: string): readonly (readonly [string, ...(readonly [number, number])[]])[] {
  const shown = controlsAsShown(controls, readShowing(new URLSearchParams(query)));
  return sectionsOf(shown).map(({ emphasis, columns }) => [
    emphasis,
    ...columns.map(({ width, controls: held }): readonly [number, number] => [width, held.length]),
  ]);
}

describe('a page of the local site', () => {
  it.each(['', 'host=elsewhere&section=loud&column=1&theme=glass'])('is shown as its definition says: ?%s', (query) => {
    expect(controlsAsShown(controls, readShowing(new URLSearchParams(query)))).toEqual(controls);
  });

  it.each([
    [
      'section=strong',
      [
        ['strong', [12, 1]],
        ['strong', [12, 1]],
      ],
    ],
    [
      'column=third',
      [
        ['none', [4, 1], [8, 1]],
        ['none', [12, 1]],
      ],
    ],
    [
      'column=fullwidth',
      [
        ['none', [0, 1]],
        ['none', [0, 1]],
      ],
    ],
    [
      'twice',
      [
        ['none', [12, 2]],
        ['none', [12, 1]],
      ],
    ],
    [
      'twice&section=soft',
      [
        ['soft', [12, 2]],
        ['soft', [12, 1]],
      ],
    ],
  ])('shows what its address asks for: ?%s', (query, expected) => {
    expect(sections(query)).toEqual(expected);
  });

  it.each(['host=teams', 'host=teams-tab', 'host=teams-personal&theme=dark', 'host=fullpage'])(
    'shows one web part from edge to edge where there is nothing else: ?%s',
    (query) => {
      expect(sections(query)).toEqual([['none', [0, 1]]]);
    },
  );

  it('gives a web part that stands there twice an id of its own', () => {
    const ids = controlsAsShown(controls, readShowing(new URLSearchParams('twice'))).flatMap(({ id, webPartData }) =>
      webPartData ? [id, webPartData.instanceId] : [],
    );
    expect(new Set(ids).size).toBe(2);
    expect(ids[2]).toBe(ids[3]);
  });
});
