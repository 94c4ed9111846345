import { canSeeNode } from '../security/navigation';
import { nodesUnder, type NavigationNode } from '../store/navigation';
import type { Model } from './modelTypes';
import type { RequestContext } from './resource';

export const nodeSet = 'SP.ApiData.NavigationNodes';

/** The properties that clients have recorded (CLI for Microsoft 365, spo navigation node). */
export function nodeModel(context: RequestContext, node: NavigationNode): Model {
  const editLink = `Web/Navigation/GetNodeById(${node.id})`;
  return {
    type: 'SP.NavigationNode',
    set: nodeSet,
    id: editLink,
    editLink,
    properties: {
      AudienceIds: null,
      CurrentLCID: 1033,
      Id: node.id,
      IsDocLib: true,
      IsExternal: node.isExternal,
      IsVisible: node.isVisible,
      ListTemplateType: 0,
      Title: node.title,
      Url: node.url,
    },
    navigation: {
      Children: () => ({
        set: nodeSet,
        models: nodesUnder(context.emulator, context.web, node.id)
          .filter((child) => canSeeNode(context, child))
          .map((child) => nodeModel(context, child)),
      }),
    },
  };
}

/** An address as the navigation keeps it: server-relative where it lies on this server. */
export function nodeUrl(context: RequestContext, url: string): string {
  return url.startsWith(`${context.origin}/`) ? url.slice(context.origin.length) : url;
}
