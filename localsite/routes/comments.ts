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
import { action, deleted, nothing, numberArgument, type Call, type Reply, type Resource } from './resource';

/** Comments of an item, newest first; whoever reads the item reads them (A16). */
export function commentsResource(call: Call, list: List, item: Item, segment: Segment): Resource {
  if (segment.arguments.length > 0) return commentResource(call, list, item, numberArgument(segment, 'id'));
  return {
    get: () =>
      collectionReply(
        call,
        'SP.ApiData.Comments',
        commentsOf(call.emulator, item, 0).map((comment) => commentModel(call, list, comment)),
      ),
    post: () => add(call, list, item, 0),
    steps: {
      deleteall: () =>
        action(() => {
          if (!may(call, item.scope, 'ManageLists')) throw accessDenied();
          for (const comment of commentsOf(call.emulator, item, 0)) deleteComment(call.emulator, comment);
          return nothing('DeleteAll');
        }),
      getbyid: (step) => commentResource(call, list, item, numberArgument(step, 'id')),
    },
  };
}

function commentResource(call: Call, list: List, item: Item, id: number): Resource {
  const comment = findComment(call.emulator, item, id);
  if (!comment) throw objectNotFound();
  const me = call.viewer.principal.id;
  const like = (liked: boolean): Reply => {
    saveLikes(call.emulator, comment, [...comment.likes.filter((person) => person !== me), ...(liked ? [me] : [])]);
    return nothing(liked ? 'Like' : 'Unlike');
  };
  return {
    get: () => entityReply(call, commentModel(call, list, comment)),
    delete: () => {
      if (comment.author !== me && !may(call, item.scope, 'ManageLists')) throw accessDenied();
      deleteComment(call.emulator, comment);
      return deleted;
    },
    steps: {
      like: () => action(() => like(true)),
      unlike: () => action(() => like(false)),
      replies: () => ({
        get: () =>
          collectionReply(
            call,
            'SP.ApiData.Comments',
            commentsOf(call.emulator, item, comment.id).map((reply) => commentModel(call, list, reply)),
          ),
        post: () => add(call, list, item, comment.id),
      }),
    },
  };
}

/** A reader may comment, as on SharePoint's own pages. Whether a view-only guest may is unsettled (F9). */
function add(call: Call, list: List, item: Item, parent: number): Reply {
  if (list.settings.DisableCommenting) throw accessDenied();
  const { text } = call.entityBody('Microsoft.SharePoint.Comments.comment');
  if (typeof text !== 'string' || text.trim() === '') throw invalidBody('A comment needs a text.');
  const comment = insertComment(call.emulator, item, { parent, author: call.viewer.principal.id, text });
  return createdReply(call, commentModel(call, list, comment));
}

function person(call: Call, id: number): Readonly<Record<string, Json>> {
  const found = findPrincipal(call.emulator, call.web.site, id);
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

function commentModel(call: Call, list: List, comment: Comment): Model {
  const likers = comment.likes
    .map((id) => person(call, id))
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
      author: person(call, comment.author),
      createdDate: comment.created,
      id: String(comment.id),
      isLikedByUser: comment.likes.includes(call.viewer.principal.id),
      isReply: comment.parent !== 0,
      itemId: comment.item,
      likeCount: comment.likes.length,
      listId: list.id,
      mentions: null,
      modifiedDate: null,
      parentId: String(comment.parent),
      replyCount: countReplies(call.emulator, comment),
      text: comment.text,
    },
    navigation: {
      likedBy: () => ({ shape: 'valueList', name: 'likedBy', elementType: 'Microsoft.SharePoint.Likes.userEntity', values: likers }),
      replies: () => ({
        set: 'SP.ApiData.Comments',
        models: commentsOf(call.emulator, comment, comment.id).map((reply) => commentModel(call, list, reply)),
      }),
    },
  };
}
