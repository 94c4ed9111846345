/** A local site in a process of its own: tsx bench/site.ts <folder>. Says its address on the channel to its parent. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { createLocalSite } from '../localsite/site';
import { listen } from '../localsite/start/listen';
import { adminEmail } from '../localsite/start/demoPeople';
import { morning } from './largeSchoolDay';

const Accounts = v.array(v.object({ email: v.string(), name: v.string(), isGuest: v.boolean() }));

async function main(folder: string): Promise<void> {
  const site = createLocalSite({ database: join(folder, 'site.sqlite'), clock: () => new Date(morning) });
  site.addAccounts(v.parse(Accounts, JSON.parse(readFileSync(join(folder, 'accounts.json'), 'utf8'))));
  site.createSite({ url: '/sites/school', title: 'Oakfield School', adminEmail });
  const server = await listen((request) => site.fetch(request), 0);
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The site has no port.');
  process.send?.(`http://localhost:${address.port}/sites/school`);
  process.once('disconnect', () => process.exit(0));
}

void main(process.argv[2] ?? '');
