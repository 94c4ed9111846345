import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const rules: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

interface Axe {
  run(part: string, options: RunOptions): Promise<AxeResults>;
}

/** What axe finds on the whole page or a part of it, in words: rule and place. */
export async function findings(page: Page, part = 'html'): Promise<readonly string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(async ([within, options]) => (window as unknown as { axe: Axe }).axe.run(within, options), [
    part,
    rules,
  ] as const);
  return results.violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}`));
}
