import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { grantReasons, refusalReasons } from '../../src/domain/people/access';
import { ambiguityReasons } from '../../staging/stage/access/decide';
import { findingCatalogue, kindOfCode, type FindingCode } from '../../staging/stage/findings/catalogue';
import { dataFindings } from '../../staging/stage/findings/catalogue/data';
import { deliveryFindings } from '../../staging/stage/findings/catalogue/delivery';
import { peopleFindings } from '../../staging/stage/findings/catalogue/people';
import { identityDoubts, openingDoubts, waitingFindings } from '../../staging/stage/findings/catalogue/waiting';

const root = join(__dirname, '../..');
const codes = Object.keys(findingCatalogue) as FindingCode[];

/** The code of staging and the domain, without the catalogue itself. */
function sources(): readonly string[] {
  return ['staging/stage', 'src/domain'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.includes('catalogue'))
      .map((file) => readFileSync(join(root, folder, file), 'utf8')),
  );
}

/** Rows of a table of the guide: code, and the last cell. */
function tableOf(heading: string): readonly (readonly string[])[] {
  const [, section = ''] = readFileSync(join(root, 'docs/findings.md'), 'utf8').split(`## ${heading}\n`);
  const [table = ''] = section.split('\n## ');
  return [...table.matchAll(/^\| ([A-Z]+-[A-Z0-9]+) \| (.*) \|$/gm)].map(([, code = '', rest = '']) => [code, ...rest.split(' | ')]);
}

describe('the codes of findings', () => {
  it('have one cause each: no code stands in two parts of the catalogue, and no sentence under two codes', () => {
    const parts = [deliveryFindings, peopleFindings, dataFindings, waitingFindings];
    expect(codes).toHaveLength(parts.reduce((sum, part) => sum + Object.keys(part).length, 0));
    const messages = codes.map((code) => kindOfCode(code).message);
    expect(new Set(messages).size).toBe(messages.length);
  });

  it('are each made somewhere, and a finding is made in no other way than from the catalogue', () => {
    const all = sources().join('\n');
    expect(codes.filter((code) => !all.includes(`'${code}'`) && !(code in identityDoubts) && !(code in openingDoubts))).toEqual([]);
    expect(sources().filter((text) => /severity: '(fatal|quarantine|warning)'/.test(text))).toEqual([]);
  });

  it('stand in the guide with their severity and sentence, and nothing else does', () => {
    const inGuide = tableOf('Findings');
    expect(inGuide).toEqual(codes.map((code) => [code, kindOfCode(code).severity, kindOfCode(code).message]).sort());
  });
});

describe('the rules in the list Access', () => {
  it('have one reason each, and stand in the guide with it', () => {
    const reasons = { ...refusalReasons, ...grantReasons, ...ambiguityReasons };
    const inGuide = Object.fromEntries(tableOf('Rules in the list Access').map(([code = '', reason = '']) => [code, reason]));
    expect(inGuide).toMatchObject(reasons);
  });
});
