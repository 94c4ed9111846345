import { canSeeNode, targetOf } from '../security/navigation';
import { deleteNode, findNode, insertNode, moveNode, nodesUnder, saveNode, type NavigationNode } from '../store/navigation';
import type { Json } from '../wire/json';
import type { Segment } from '../wire/path';
import { fileNotFound, invalidBody, objectNotFound } from '../wire/errors';
import { requirePermission } from './listAccess';
import { collectionReply, createdReply, entityReply, propertyStep, type Model } from './model';
import { nodeModel, nodeSet, nodeUrl } from './navigationModel';
import { action, deleted, noContent, nothing, numberArgument, type RequestContext, type Reply, type Resource } from './resource';

/**
 * `_api/web/navigation`: the quick launch, trimmed to what the caller may open. The top navigation bar, which a communication
 * site does not show, is not there.
 */
export function navigationResource(context: RequestContext): Resource {
  const model: Model = {
    type: 'SP.Navigation',
    id: 'Web/Navigation',
    editLink: 'Web/Navigation',
    properties: { UseShared: false },
    navigation: { QuickLaunch: () => ({ set: nodeSet, models: seenNodes(context, null).map((node) => nodeModel(context, node)) }) },
  };
  return {
    get: () => entityReply(context, model),
    steps: {
      quicklaunch: (segment) => nodesResource(context, null, segment),
      getnodebyid: (segment) => nodeResource(context, numberArgument(segment, 'id')),
    },
    otherwise: (segment) => propertyStep(model, segment.name),
  };
}

function seenNodes(context: RequestContext, parent: number | null): readonly NavigationNode[] {
  return nodesUnder(context.emulator, context.web, parent).filter((node) => canSeeNode(context, node));
}

function nodesResource(context: RequestContext, parent: number | null, segment: Segment): Resource {
  if (segment.arguments.length > 0) return nodeResource(context, numberArgument(segment, 'id'));
  return {
    get: () =>
      collectionReply(
        context,
        nodeSet,
        seenNodes(context, parent).map((node) => nodeModel(context, node)),
      ),
    post: () => addNode(context, parent),
    steps: {
      getbyid: (step) => nodeResource(context, numberArgument(step, 'id')),
      moveafter: () => action(() => moveAfter(context, parent)),
    },
  };
}

/** What the caller may not see answers as what is not there. */
function seenNode(context: RequestContext, id: number): NavigationNode {
  const node = findNode(context.emulator, context.web, id);
  if (!node || !canSeeNode(context, node)) throw objectNotFound();
  return node;
}

function nodeResource(context: RequestContext, id: number): Resource {
  const node = seenNode(context, id);
  const model = (): Model => nodeModel(context, node);
  return {
    get: () => entityReply(context, model()),
    merge: () => {
      requireNavigation(context);
      saveNode(context.emulator, context.web, { ...node, ...readBody(context) });
      return noContent;
    },
    delete: () => {
      requireNavigation(context);
      deleteNode(context.emulator, context.web, node);
      return deleted;
    },
    steps: { children: (segment) => nodesResource(context, node.id, segment) },
    otherwise: (segment) => propertyStep(model(), segment.name),
  };
}

function addNode(context: RequestContext, parent: number | null): Reply {
  requireNavigation(context);
  const wanted = readBody(context);
  if (wanted.title === undefined || wanted.url === undefined) throw invalidBody('A navigation node needs Title and Url.');
  const node = {
    parent,
    title: wanted.title,
    url: wanted.url,
    isExternal: wanted.isExternal ?? false,
    isVisible: wanted.isVisible ?? true,
  };
  return createdReply(context, nodeModel(context, insertNode(context.emulator, context.web, node)));
}

/** `{nodeId, previousNodeId}`; with 0 for the previous one the node comes first. */
function moveAfter(context: RequestContext, parent: number | null): Reply {
  requireNavigation(context);
  const { nodeId, previousNodeId } = context.methodBody();
  const node = nodeOf(context, nodeId);
  const previous = previousNodeId === 0 ? undefined : nodeOf(context, previousNodeId);
  if (node.parent !== parent || (previous && previous.parent !== parent)) throw objectNotFound();
  moveNode(context.emulator, context.web, node, previous);
  return nothing('MoveAfter');
}

function nodeOf(context: RequestContext, id: Json | undefined): NavigationNode {
  if (typeof id !== 'number') throw invalidBody('MoveAfter needs nodeId and previousNodeId.');
  return seenNode(context, id);
}

/** Whoever manages lists may edit the navigation: the level Edit and above. [K] */
function requireNavigation(context: RequestContext): void {
  requirePermission(context, context.web.scope, 'ManageLists');
}

type NodeChange = Partial<Pick<NavigationNode, 'title' | 'url' | 'isExternal' | 'isVisible'>>;

function readBody(context: RequestContext): NodeChange {
  const { Title: title, Url: url, IsExternal: isExternal, IsVisible: isVisible } = context.entityBody('SP.NavigationNode');
  return {
    ...(typeof title === 'string' && title !== '' ? { title } : {}),
    ...(typeof url === 'string' ? { url: checkedUrl(context, url, isExternal === true) } : {}),
    ...(typeof isExternal === 'boolean' ? { isExternal } : {}),
    ...(typeof isVisible === 'boolean' ? { isVisible } : {}),
  };
}

/** An internal address has to lead to something: 'Cannot open "...": no such file or folder' (PnP-PowerShell #1453, #2225). */
function checkedUrl(context: RequestContext, url: string, isExternal: boolean): string {
  const kept = nodeUrl(context, url);
  const target = targetOf(context, kept);
  if (!isExternal && (target === 'missing' || target === 'hidden')) throw fileNotFound(kept);
  return kept;
}
