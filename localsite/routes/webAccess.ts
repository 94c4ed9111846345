import { maskOn } from '../security/viewer';
import { noMask } from '../objects/masks';
import { websBelow } from '../store/webs';
import type { Web } from '../objects/web';
import type { Call } from './resource';

/** Subsites that the caller has anything on. */
export function visibleSubwebs(call: Call): readonly Web[] {
  return websBelow(call.emulator, call.web).filter((web) => maskOn(call.emulator, call.viewer, web.scope) !== noMask);
}
