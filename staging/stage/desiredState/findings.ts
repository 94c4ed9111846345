import { kindOf, type Finding } from '../findings/finding';
import { findingKey, maxFindingsPerKind } from '../findings/findingKey';
import { row, type Row } from '../rows/row';

/** Findings as rows for the school's data-quality list; of a flood of one code only the first ones. */
export function findingRows(findings: readonly Finding[], runId: string, salt: string): readonly Row[] {
  const counts = new Map<string, number>();
  const rows = findings.flatMap((finding) => {
    const count = (counts.get(kindOf(finding)) ?? 0) + 1;
    counts.set(kindOf(finding), count);
    return count <= maxFindingsPerKind ? [findingRow(finding, runId, salt)] : [];
  });
  return [...new Map(rows.map((each) => [each.key, each])).values()];
}

function findingRow(finding: Finding, runId: string, salt: string): Row {
  const { code, severity, file, line, column, message } = finding;
  const key = findingKey(finding, salt);
  const { fields, ...rest } = row(key, '', {
    Title: code,
    FindingKey: key,
    Code: code,
    Effect: severity,
    FileName: file,
    Line: line ?? null,
    ColumnName: column ?? '',
    Message: message,
  });
  // Which run wrote the row is no content: it would be written anew every night.
  return { ...rest, fields: { ...fields, RunId: runId } };
}
