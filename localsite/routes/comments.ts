import { may } from '../security/viewer';
import type { Item } from '../objects/item';
import type { List } from '../objects/list';
import { countReplies, commentsOf, deleteComment, findComment, insertComment, saveLikes, type Comment } from '../store/comments';
import { findPrincipal } from '../store/principals';
import type { Json } from '../wire/json';
import type { Segment } from '../wire/path';
import { accessDenied, invalidBody, objectNotFound } from '../wire/errors';
import { itemLink } from './links';
import { collectionReply, createdReply, entityReply, type Model } from './model';
import { action, deleted, nothing, numberArgument, type RequestContext, type Reply, type Resource } from './resource';

/** Comments of an item, newest first; whoever reads the item reads them (docs/sharepoint-facts.md, A16). */
export function commentsResource(context: RequestContext, list: List, item: Item, segment: Segment): Resource {
  if (segment.arguments.length > 0) return commentResource(context, list, item, numberArgument(segment, 'id'));
  return {
    get: () =>
      collectionReply(
        context,
        'SP.ApiData.Comments',
        commentsOf(context.emulator, item, 0).map((comment) => commentModel(context, list, comment)),
      ),
    post: () => add(context, list, item, 0),
    steps: {
      deleteall: () =>
        action(() => {
          if (!may(context, item.scope, 'ManageLists')) throw accessDenied();
          for (const comment of commentsOf(context.emulator, item, 0)) deleteComment(context.emulator, comment);
          return nothing('DeleteAll');
        }),
      getbyid: (step) => commentResource(context, list, item, numberArgument(step, 'id')),
    },
  };
}

function commentResource(context: RequestContext, list: List, item: Item, id: number): Resource {
  const comment = findComment(context.emulator, item, id);
  if (!comment) throw objectNotFound();
  const me = context.viewer.principal.id;
  const like = (liked: boolean): Reply => {
    saveLikes(context.emulator, comment, [...comment.likes.filter((person) => person !== me), ...(liked ? [me] : [])]);
    return nothing(liked ? 'Like' : 'Unlike');
  };
  return {
    get: () => entityReply(context, commentModel(context, list, comment)),
    delete: () => {
      if (comment.author !== me && !may(context, item.scope, 'ManageLists')) throw accessDenied();
      deleteComment(context.emulator, comment);
      return deleted;
    },
    steps: {
      like: () => action(() => like(true)),
      unlike: () => action(() => like(false)),
      replies: () => ({
        get: () =>
          collectionReply(
            context,
            'SP.ApiData.Comments',
            commentsOf(context.emulator, item, comment.id).map((reply) => commentModel(context, list, reply)),
          ),
        post: () => add(context, list, item, comment.id),
      }),
    },
  };
}

/** A reader may comment, as on SharePoint's own pages. Whether a view-only guest may is unsettled (docs/sharepoint-facts.md, F9). */
function add(context: RequestContext, list: List, item: Item, parent: number): Reply {
  if (list.settings.DisableCommenting) throw accessDenied();
  const { text } = context.entityBody('Microsoft.SharePoint.Comments.comment');
  if (typeof text !== 'string' || text.trim() === '') throw invalidBody('A comment needs a text.');
  const comment = insertComment(context.emulator, item, { parent, author: context.viewer.principal.id, text });
  return createdReply(context, commentModel(context, list, comment));
}

function person(context: RequestContext, id: number): Readonly<Record<string, Json>> {
  const found = findPrincipal(context.emulator, context.web.site, id);
  return {
    directoryObjectId: null,
    email: found?.email ?? '',
    expiration: null,
    id,
    isActive: found !== undefined,
    isExternal: found?.login.includes('#ext#') ?? false,
    jobTitle: null,
    loginName: found?.login ?? '',
    name: found?.title ?? '',
    principalType: 1,
    userId: null,
    userPrincipalName: null,
  };
}

function commentModel(context: RequestContext, list: List, comment: Comment): Model {
  const likers = comment.likes
    .map((id) => person(context, id))
    .map(({ email, id, loginName, name }) => ({
      creationDate: comment.created,
      email: email ?? '',
      id: id ?? 0,
      loginName: loginName ?? '',
      name: name ?? '',
    }));
  return {
    type: 'Microsoft.SharePoint.Comments.comment',
    set: 'SP.ApiData.Comments',
    editLink: `${itemLink(list, comment.item)}/Comments(${comment.id})`,
    properties: {
      author: person(context, comment.author),
      createdDate: comment.created,
      id: String(comment.id),
      isLikedByUser: comment.likes.includes(context.viewer.principal.id),
      isReply: comment.parent !== 0,
      itemId: comment.item,
      likeCount: comment.likes.length,
      listId: list.id,
      mentions: null,
      modifiedDate: null,
      parentId: String(comment.parent),
      replyCount: countReplies(context.emulator, comment),
      text: comment.text,
    },
    navigation: {
      likedBy: () => ({ shape: 'valueList', name: 'likedBy', elementType: 'Microsoft.SharePoint.Likes.userEntity', values: likers }),
      replies: () => ({
        set: 'SP.ApiData.Comments',
        models: commentsOf(context.emulator, comment, comment.id).map((reply) => commentModel(context, list, reply)),
      }),
    },
  };
}
