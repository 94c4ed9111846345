/** English. The type that every other language must meet. */
import { attendance } from './en/attendance';
import { example } from './en/example';
import { freshness, order, page, problems } from './en/page';
import { behaviour, dates, notices, results } from './en/progress';
import { today } from './en/today';

export const en = { page, order, problems, freshness, today, attendance, behaviour, results, notices, dates, example };
