import { maskOn } from '../security/viewer';
import { noMask } from '../objects/masks';
import { websBelow } from '../store/webs';
import type { Web } from '../objects/web';
import type { RequestContext } from './resource';

/** Subsites that the caller has anything on. */
export function visibleSubwebs(context: RequestContext): readonly Web[] {
  return websBelow(context.emulator, context.web).filter((web) => maskOn(context.emulator, context.viewer, web.scope) !== noMask);
}
