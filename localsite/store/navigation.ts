import type { EmulatorContext } from '../context/emulatorContext';
import type { Web } from '../objects/web';

/** An entry of a web's quick launch. */
export interface NavigationNode {
  readonly id: number;
  /** The entry under which it stands; null on the first level. */
  readonly parent: number | null;
  readonly title: string;
  /** Server-relative inside the site collection, absolute elsewhere. */
  readonly url: string;
  readonly isExternal: boolean;
  readonly isVisible: boolean;
}

interface NodeRow extends Omit<NavigationNode, 'isExternal' | 'isVisible'> {
  readonly is_external: number;
  readonly is_visible: number;
}

/** The number that SharePoint gives to the entry Home of every web. */
const homeNode = 1031;
/** Recorded webs number the entries that people make from here. */
const firstNode = 2001;

const columns = 'id, parent, title, url, is_external, is_visible';

function readNode({ is_external: external, is_visible: visible, ...rest }: NodeRow): NavigationNode {
  return { ...rest, isExternal: external === 1, isVisible: visible === 1 };
}

/** The entries of one level, in their order. */
export function nodesUnder(emulator: EmulatorContext, web: Web, parent: number | null): readonly NavigationNode[] {
  return emulator.db
    .all<NodeRow>(`SELECT ${columns} FROM navigation WHERE web = ? AND parent IS ? ORDER BY position`, web.id, parent)
    .map(readNode);
}

export function findNode(emulator: EmulatorContext, web: Web, id: number): NavigationNode | undefined {
  const row = emulator.db.first<NodeRow>(`SELECT ${columns} FROM navigation WHERE web = ? AND id = ?`, web.id, id);
  return row && readNode(row);
}

/** Puts a new entry at the end of its level. */
export function insertNode(emulator: EmulatorContext, web: Web, node: Omit<NavigationNode, 'id'>): NavigationNode {
  const highest = emulator.db.first<{ readonly id: number | null }>('SELECT MAX(id) AS id FROM navigation WHERE web = ?', web.id)?.id;
  return insert(emulator, web, { ...node, id: Math.max(firstNode, (highest ?? 0) + 1) });
}

function insert(emulator: EmulatorContext, web: Web, node: NavigationNode): NavigationNode {
  emulator.db.run(
    'INSERT INTO navigation (web, id, parent, position, title, url, is_external, is_visible) VALUES (?,?,?,?,?,?,?,?)',
    web.id,
    node.id,
    node.parent,
    nodesUnder(emulator, web, node.parent).length,
    node.title,
    node.url,
    Number(node.isExternal),
    Number(node.isVisible),
  );
  return node;
}

/** The entry with which every web is born. */
export function insertHomeNode(emulator: EmulatorContext, web: Web): void {
  insert(emulator, web, { id: homeNode, parent: null, title: 'Home', url: web.url, isExternal: false, isVisible: true });
}

export function saveNode(emulator: EmulatorContext, web: Web, node: NavigationNode): void {
  emulator.db.run(
    'UPDATE navigation SET title = ?, url = ?, is_external = ?, is_visible = ? WHERE web = ? AND id = ?',
    node.title,
    node.url,
    Number(node.isExternal),
    Number(node.isVisible),
    web.id,
    node.id,
  );
}

/** Removes an entry and what stands under it. */
export function deleteNode(emulator: EmulatorContext, web: Web, node: NavigationNode): void {
  for (const child of nodesUnder(emulator, web, node.id)) deleteNode(emulator, web, child);
  emulator.db.run('DELETE FROM navigation WHERE web = ? AND id = ?', web.id, node.id);
}

/** Puts an entry right after another of its level; first where `previous` is undefined. */
export function moveNode(emulator: EmulatorContext, web: Web, node: NavigationNode, previous: NavigationNode | undefined): void {
  const others = nodesUnder(emulator, web, node.parent).filter(({ id }) => id !== node.id);
  const place = previous ? others.findIndex(({ id }) => id === previous.id) + 1 : 0;
  [...others.slice(0, place), node, ...others.slice(place)].forEach(({ id }, position) =>
    emulator.db.run('UPDATE navigation SET position = ? WHERE web = ? AND id = ?', position, web.id, id),
  );
}
