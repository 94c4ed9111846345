/** English. A subject a file: a new web part brings a file of its own. */
import { attendance } from './attendance';
import { behaviour } from './behaviour';
import { dates } from './dates';
import { example } from './example';
import { family } from './family';
import { freshness } from './freshness';
import { notices } from './notices';
import { order } from './order';
import { page } from './page';
import { periods } from './periods';
import { problems } from './problems';
import { results } from './results';
import { today } from './today';

export const en = { page, problems, family, periods, freshness, order, today, attendance, behaviour, results, notices, dates, example };
