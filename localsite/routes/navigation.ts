import { canSeeNode, targetOf } from '../security/navigation';
import { deleteNode, findNode, insertNode, moveNode, nodesUnder, saveNode, type NavigationNode } from '../store/navigation';
import type { Json } from '../wire/json';
import type { Segment } from '../wire/path';
import { fileNotFound, invalidBody, objectNotFound } from '../wire/refusals';
import { demand } from './listAccess';
import { collectionReply, createdReply, entityReply, propertyStep, type Model } from './model';
import { nodeModel, nodeSet, nodeUrl } from './navigationModel';
import { action, deleted, noContent, nothing, numberArgument, type Call, type Reply, type Resource } from './resource';

/**
 * `_api/web/navigation`: the quick launch, trimmed to what the caller may open. The top navigation bar, which a communication
 * site does not show, is not there.
 */
export function navigationResource(call: Call): Resource {
  const model: Model = {
    type: 'SP.Navigation',
    id: 'Web/Navigation',
    editLink: 'Web/Navigation',
    properties: { UseShared: false },
    navigation: { QuickLaunch: () => ({ set: nodeSet, models: seenNodes(call, null).map((node) => nodeModel(call, node)) }) },
  };
  return {
    get: () => entityReply(call, model),
    steps: {
      quicklaunch: (segment) => nodesResource(call, null, segment),
      getnodebyid: (segment) => nodeResource(call, numberArgument(segment, 'id')),
    },
    otherwise: (segment) => propertyStep(model, segment.name),
  };
}

function seenNodes(call: Call, parent: number | null): readonly NavigationNode[] {
  return nodesUnder(call.engine, call.web, parent).filter((node) => canSeeNode(call, node));
}

function nodesResource(call: Call, parent: number | null, segment: Segment): Resource {
  if (segment.arguments.length > 0) return nodeResource(call, numberArgument(segment, 'id'));
  return {
    get: () =>
      collectionReply(
        call,
        nodeSet,
        seenNodes(call, parent).map((node) => nodeModel(call, node)),
      ),
    post: () => addNode(call, parent),
    steps: {
      getbyid: (step) => nodeResource(call, numberArgument(step, 'id')),
      moveafter: () => action(() => moveAfter(call, parent)),
    },
  };
}

/** What the caller may not see answers as what is not there. */
function seenNode(call: Call, id: number): NavigationNode {
  const node = findNode(call.engine, call.web, id);
  if (!node || !canSeeNode(call, node)) throw objectNotFound();
  return node;
}

function nodeResource(call: Call, id: number): Resource {
  const node = seenNode(call, id);
  const model = (): Model => nodeModel(call, node);
  return {
    get: () => entityReply(call, model()),
    merge: () => {
      demandNavigation(call);
      saveNode(call.engine, call.web, { ...node, ...readBody(call) });
      return noContent;
    },
    delete: () => {
      demandNavigation(call);
      deleteNode(call.engine, call.web, node);
      return deleted;
    },
    steps: { children: (segment) => nodesResource(call, node.id, segment) },
    otherwise: (segment) => propertyStep(model(), segment.name),
  };
}

function addNode(call: Call, parent: number | null): Reply {
  demandNavigation(call);
  const wanted = readBody(call);
  if (wanted.title === undefined || wanted.url === undefined) throw invalidBody('A navigation node needs Title and Url.');
  const node = {
    parent,
    title: wanted.title,
    url: wanted.url,
    isExternal: wanted.isExternal ?? false,
    isVisible: wanted.isVisible ?? true,
  };
  return createdReply(call, nodeModel(call, insertNode(call.engine, call.web, node)));
}

/** `{nodeId, previousNodeId}`; with 0 for the previous one the node comes first. */
function moveAfter(call: Call, parent: number | null): Reply {
  demandNavigation(call);
  const { nodeId, previousNodeId } = call.methodBody();
  const node = nodeOf(call, nodeId);
  const previous = previousNodeId === 0 ? undefined : nodeOf(call, previousNodeId);
  if (node.parent !== parent || (previous && previous.parent !== parent)) throw objectNotFound();
  moveNode(call.engine, call.web, node, previous);
  return nothing('MoveAfter');
}

function nodeOf(call: Call, id: Json | undefined): NavigationNode {
  if (typeof id !== 'number') throw invalidBody('MoveAfter needs nodeId and previousNodeId.');
  return seenNode(call, id);
}

/** Whoever manages lists may edit the navigation: the level Edit and above. [K] */
function demandNavigation(call: Call): void {
  demand(call, call.web.scope, 'ManageLists');
}

type NodeChange = Partial<Pick<NavigationNode, 'title' | 'url' | 'isExternal' | 'isVisible'>>;

function readBody(call: Call): NodeChange {
  const { Title: title, Url: url, IsExternal: isExternal, IsVisible: isVisible } = call.entityBody('SP.NavigationNode');
  return {
    ...(typeof title === 'string' && title !== '' ? { title } : {}),
    ...(typeof url === 'string' ? { url: checkedUrl(call, url, isExternal === true) } : {}),
    ...(typeof isExternal === 'boolean' ? { isExternal } : {}),
    ...(typeof isVisible === 'boolean' ? { isVisible } : {}),
  };
}

/** An internal address has to lead to something: 'Cannot open "...": no such file or folder' (PnP-PowerShell #1453, #2225). */
function checkedUrl(call: Call, url: string, isExternal: boolean): string {
  const kept = nodeUrl(call, url);
  const target = targetOf(call, kept);
  if (!isExternal && (target === 'missing' || target === 'hidden')) throw fileNotFound(kept);
  return kept;
}
