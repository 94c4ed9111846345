import type { Answer, RenderSetting } from './answer';
import { renderJsonLight } from './jsonLight';
import { renderVerbose } from './verbose';

export type { Answer, Collection, Complex, Entity, RenderSetting, ValueList } from './answer';

/** The body of an answer as JSON text. */
export function renderAnswer(answer: Answer, setting: RenderSetting): string {
  return JSON.stringify(setting.format.metadata === 'verbose' ? renderVerbose(answer, setting.apiRoot) : renderJsonLight(answer, setting));
}
