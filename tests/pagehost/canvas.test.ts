import fc from 'fast-check';
import { parseCanvas, sectionsOf, withWebPartData, type CanvasControl } from '../../sharepoint/pages/canvas';

function webPart(instanceId: string, zoneIndex: number, sectionIndex: number, controlIndex: number, width = 12): CanvasControl {
  return {
    controlType: 3,
    id: instanceId,
    position: { zoneIndex, sectionIndex, controlIndex, sectionFactor: width, layoutIndex: 1 },
    webPartId: 'kind',
    webPartData: {
      id: 'kind',
      instanceId,
      title: '',
      description: '',
      dataVersion: '1.0',
      properties: {},
      serverProcessedContent: {},
    },
  };
}

/** Names as properties have them: not those that JavaScript keeps for itself. */
const propertyName = fc.string().filter((name) => !['__proto__', 'prototype', 'constructor'].includes(name));

describe('the canvas of a page', () => {
  it('is empty where the page has no content yet', () => {
    expect(parseCanvas(null)).toEqual([]);
    expect(parseCanvas('')).toEqual([]);
  });

  it('refuses content that is not a canvas', () => {
    expect(() => parseCanvas('{"not":"an array"}')).toThrow();
    expect(() => parseCanvas('<div>')).toThrow();
  });

  it('puts sections, columns and controls in the order of their positions', () => {
    const sections = sectionsOf([webPart('d', 2, 1, 1), webPart('c', 1, 2, 1, 4), webPart('b', 1, 1, 2, 8), webPart('a', 1, 1, 1, 8)]);
    const layout = sections.map((section) =>
      section.columns.map((column) => ({
        width: column.width,
        controls: column.controls.map((control) => (control.kind === 'web part' ? control.instanceId : 'text')),
      })),
    );
    expect(layout).toEqual([
      [
        { width: 8, controls: ['a', 'b'] },
        { width: 4, controls: ['c'] },
      ],
      [{ width: 12, controls: ['d'] }],
    ]);
  });

  it('leaves out what describes the page and is not on it', () => {
    expect(sectionsOf(parseCanvas('[{"controlType":0,"pageSettingsSlice":{"isDefaultDescription":true}}]'))).toEqual([]);
  });

  it('keeps every property that a web part stores, and all that it does not know', () => {
    fc.assert(
      fc.property(
        fc.dictionary(propertyName, fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string()), fc.constant(null))),
        (properties) => {
          const plain: Record<string, unknown> = JSON.parse(JSON.stringify(properties));
          const before = [webPart('a', 1, 1, 1), { ...webPart('b', 1, 1, 2), emphasis: { zoneEmphasis: 2 } }];
          const data = { ...before[1]?.webPartData, id: 'kind', instanceId: 'b', properties: plain };
          const changed = withWebPartData(
            before,
            new Map([['b', { title: '', description: '', dataVersion: '1.0', serverProcessedContent: {}, ...data }]]),
          );
          const after = parseCanvas(JSON.stringify(changed));
          expect(after[1]?.webPartData?.properties).toEqual(plain);
          expect(after[1]?.['emphasis']).toEqual({ zoneEmphasis: 2 });
          expect(after[0]).toEqual(before[0]);
        },
      ),
    );
  });
});
