import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

/** The strings that SharePoint would give to a web part: its English script, an AMD module, read as it is shipped. */
function englishStrings(): unknown {
  let strings: unknown;
  const define = (_needs: readonly string[], make: () => unknown): void => {
    strings = make();
  };
  runInNewContext(readFileSync(join(__dirname, '..', '..', 'src', 'webparts', 'loc', 'en-us.js'), 'utf8'), { define });
  return strings;
}

module.exports = englishStrings();
