import { SaxesParser } from 'saxes';
import { invalidXml } from '../wire/errors';

/** An element with its children and its own text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface GrowingElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: GrowingElement[];
  text: string;
}

/** Deeper XML than this is no query but an attack on the parser. */
const maximumDepth = 200;

/** Parses XML with one root. Throws SharePointError (400) for what is not well-formed, and for any DOCTYPE. */
export function parseXml(xml: string): XmlElement {
  const outermost: GrowingElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [outermost];
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw invalidXml();
  });
  parser.on('doctype', () => {
    throw invalidXml();
  });
  parser.on('opentag', (tag) => {
    const element = { name: tag.name, attributes: { ...tag.attributes }, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
    if (open.length > maximumDepth) throw invalidXml();
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (text) => append(open.at(-1), text));
  parser.on('cdata', (text) => append(open.at(-1), text));
  parser.write(xml.trim()).close();
  const [root] = outermost.children;
  if (root === undefined) throw invalidXml();
  return root;
}

function append(element: GrowingElement | undefined, text: string): void {
  if (element !== undefined) element.text += text;
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** Whether an attribute says `TRUE`, in any case. */
export function isTrue(element: XmlElement | undefined, attribute: string): boolean {
  return element?.attributes[attribute]?.toUpperCase() === 'TRUE';
}
