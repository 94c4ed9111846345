import type { BaseComponentContext } from '@microsoft/sp-component-base';
import type { Session } from '../../data/session';

/**
 * The signed-in person on this site. SPFx has the number of a person only in its legacy page context, which is not
 * typed; without it the session is that of nobody (0), for whom SharePoint answers nothing.
 */
export function sessionOf(context: BaseComponentContext): Session {
  const legacy: unknown = context.pageContext.legacyPageContext;
  return { siteUrl: context.pageContext.web.serverRelativeUrl, userId: userIdIn(legacy), context };
}

function userIdIn(legacy: unknown): number {
  const isNumbered = typeof legacy === 'object' && legacy !== null && 'userId' in legacy;
  return isNumbered && typeof legacy.userId === 'number' ? legacy.userId : 0;
}
