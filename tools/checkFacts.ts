/**
 * Proves that comments stand on their own: each reference to a fact ('docs/sharepoint-facts.md, A11') names one that the page has, each fact of a
 * page is named somewhere in code, and no comment cites a paper that is not in this repository, or a fact without its page.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const pages = ['docs/sharepoint-facts.md', 'docs/mis-facts.md'];
const folders = ['src', 'staging', 'localsite', 'samples', 'tests', 'tools', 'bench', 'docs/decisions'];
const self = join('tools', 'checkFacts.ts');

interface Line {
  readonly file: string;
  readonly place: string;
  readonly text: string;
}

const lines = folders.flatMap(filesIn).flatMap(linesOf);
const complaints = [...pages.flatMap(complaintsAbout), ...lines.flatMap(strayReferences)];
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|js|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => file !== self);
}

function linesOf(file: string): readonly Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((text, index) => ({ file, place: `${file}:${index + 1}`, text }));
}

function complaintsAbout(page: string): readonly string[] {
  const facts = [...readFileSync(page, 'utf8').matchAll(/^### ([A-H]\d+)\. /gm)].map(([, fact = '']) => fact);
  const cited = lines.flatMap((line) => factsCited(page, line.text).map((fact) => ({ fact, place: line.place })));
  return [
    ...cited.filter(({ fact }) => !facts.includes(fact)).map(({ fact, place }) => `${place}: ${page} has no fact ${fact}`),
    ...facts.filter((fact) => !cited.some((one) => one.fact === fact)).map((fact) => `${page}: nothing names ${fact}`),
  ];
}

/** 'docs/sharepoint-facts.md, A4 and A15' names two. */
function factsCited(page: string, text: string): readonly string[] {
  return text
    .split(page)
    .slice(1)
    .flatMap((after) => /^((?:,| and) [A-H]\d+)+/.exec(after)?.[0].match(/[A-H]\d+/g) ?? []);
}

/** Papers that newcomers do not have; and, where SharePoint is imitated, facts without their page. */
function strayReferences({ file, place, text }: Line): readonly string[] {
  const paper = /sharepoint-platform|mis-formats|DESIGN\.md/.exec(text)?.[0];
  const comment = /(?:^\s*\*|\/\*\*|(?:^|\s)\/\/) (.*)/.exec(text)?.[1] ?? '';
  const bare = /\b[ACF]\d{1,2}\b/.exec(comment.replace(/docs\/[a-z]+-facts\.md(?:(?:,| and) [A-H]\d+)+/g, ''))?.[0];
  return [
    ...(paper === undefined ? [] : [`${place}: ${paper} is not in this repository`]),
    ...(bare === undefined || !/^(tests[\\/])?localsite[\\/]/.test(file) ? [] : [`${place}: ${bare} is named without its page`]),
  ];
}
