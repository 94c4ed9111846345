import type { Answer, RenderSetting } from './answer';
import { renderLight } from './light';
import { renderVerbose } from './verbose';

export type { Answer, Collection, Complex, Entity, RenderSetting, ValueList } from './answer';

/** The body of an answer as JSON text. */
export function renderAnswer(answer: Answer, setting: RenderSetting): string {
  return JSON.stringify(setting.dialect.metadata === 'verbose' ? renderVerbose(answer, setting.apiRoot) : renderLight(answer, setting));
}
