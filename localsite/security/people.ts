import { everyone, everyoneExceptExternal, loginName } from '../objects/loginNames';
import { findAccount, type Account } from '../store/accounts';
import { findByLogin, insertPrincipal, type NewPrincipal, type Principal } from '../store/principals';
import type { Site } from '../objects/web';
import type { EmulatorContext } from '../context/emulatorContext';

const claims: ReadonlyMap<string, string> = new Map([
  [everyoneExceptExternal, 'Everyone except external users'],
  [everyone, 'Everyone'],
]);

/**
 * The site's principal for a login name or an e-mail address, written into the site when the tenant knows it: what
 * `ensureuser` and people columns do. Undefined when nobody is meant.
 */
export function resolveUser(emulator: EmulatorContext, site: Site, text: string): Principal | undefined {
  const known = findByLogin(emulator, site, text);
  if (known && known.kind !== 'group') return known;
  const fresh = newPrincipal(emulator, text.toLowerCase());
  if (!fresh) return undefined;
  return findByLogin(emulator, site, fresh.login) ?? insertPrincipal(emulator, site, fresh);
}

function newPrincipal(emulator: EmulatorContext, text: string): NewPrincipal | undefined {
  const claim = claims.get(text);
  if (claim !== undefined) return { kind: 'claim', login: text, title: claim };
  const account = findAccount(emulator, text) ?? accountOfLogin(emulator, text);
  return account && { kind: 'user', login: loginName(account.email, account.isGuest), title: account.name, email: account.email };
}

/** In a guest's login name the @ has become an underscore: any of them may be it. */
function accountOfLogin(emulator: EmulatorContext, login: string): Account | undefined {
  const name = /^i:0#\.f\|membership\|([^#]*)/.exec(login)?.[1] ?? '';
  const marks = [...name.matchAll(/_/g)].map(({ index }) => index ?? 0);
  const addresses = [name, ...marks.map((at) => `${name.slice(0, at)}@${name.slice(at + 1)}`)];
  return addresses
    .flatMap((address) => findAccount(emulator, address) ?? [])
    .find((account) => loginName(account.email, account.isGuest) === login);
}
