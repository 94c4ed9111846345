import { homeworkTable, type ClassRow, type HomeworkRow } from '../bundle/tables';
import type { Located } from '../bundle/rowReader';
import { finding, type Finding, type Place } from '../findings/finding';
import type { Findings } from '../findings/findings';

const { file } = homeworkTable;

/** The work as it may be published. Undefined where it goes into quarantine. */
export function publishableHomework(
  row: HomeworkRow & Located,
  classes: ReadonlyMap<string, ClassRow>,
  findings: Findings,
): HomeworkRow | undefined {
  const at = (column: string) => ({ file, line: row.line, column });
  const problem = quarantineReason(row, classes, at);
  if (problem) {
    findings.add(problem);
    return undefined;
  }
  const description = row.description === undefined ? undefined : plainWords(row.description);
  if (description !== row.description?.trim()) findings.add(finding('HW-03', at('description')));
  const link = row.link !== undefined && isWebAddress(row.link) ? row.link : undefined;
  if (link !== row.link) findings.add(finding('HW-04', at('link')));
  return { ...row, description, link };
}

function quarantineReason(row: HomeworkRow, classes: ReadonlyMap<string, ClassRow>, at: (column: string) => Place): Finding | undefined {
  if (row.dueDate < row.setDate) return finding('HW-01', at('dueDate'));
  if (!row.classId) return finding('HW-02', at('classId'));
  return classes.has(row.classId) ? undefined : finding('REF-01', at('classId'), { column: 'classId' });
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
