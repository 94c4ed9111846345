import { homeworkTable, type ClassRow, type HomeworkRow } from '../bundle/tables';
import type { Located } from '../bundle/readTable';
import type { Findings } from '../findings/findings';

const { file } = homeworkTable;

/** HW-01: the work as it may be published. Undefined where it is held. */
export function publishableHomework(
  row: HomeworkRow & Located,
  classes: ReadonlyMap<string, ClassRow>,
  findings: Findings,
): HomeworkRow | undefined {
  const find = (effect: 'hold' | 'warn', column: string, message: string) =>
    findings.add({ code: 'HW-01', effect, file, line: row.line, column, message });
  if (row.dueDate < row.setDate) {
    find('hold', 'dueDate', 'The work is due before it is set.');
    return undefined;
  }
  if (!row.classId) {
    find('hold', 'classId', 'Work for a single pupil cannot be published: the list of work is read by all parents.');
    return undefined;
  }
  if (!classes.has(row.classId)) {
    find('hold', 'classId', 'No row of the export has this classId.');
    return undefined;
  }
  const description = row.description === undefined ? undefined : plainWords(row.description);
  if (description !== row.description?.trim()) find('warn', 'description', 'The description held HTML. Only its text is published.');
  const link = row.link !== undefined && isWebAddress(row.link) ? row.link : undefined;
  if (link !== row.link) find('warn', 'link', 'This is not a web address. It is left out.');
  return { ...row, description, link };
}

/** Text without tags, scripts and styles. Paragraphs and line breaks become new lines. */
function plainWords(html: string): string {
  if (!/<\/?[a-z!][^>]*>|&[a-z#\d]+;/i.test(html)) return html.trim();
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'", apos: "'" };
  return html
    .replace(/<(script|style)\b[\s\S]*?(<\/\1\s*>|$)/gi, '')
    .replace(/<br\b[^>]*>|<\/(p|div|li)\s*>/gi, '\n')
    .replace(/<\/?[a-z!][^>]*>?/gi, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && !text.includes(',') && text.length <= 255;
}
