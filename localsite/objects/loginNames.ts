const claim = 'i:0#.f|membership|';
const guestSuffix = '#ext#@school.onmicrosoft.com';

/** The claim under which a site knows a person: guests of Entra B2B have a rewritten address. */
export function loginName(email: string, isGuest: boolean): string {
  const lower = email.toLowerCase();
  return isGuest ? `${claim}${lower.replace('@', '_')}${guestSuffix}` : `${claim}${lower}`;
}

/** Everyone in the tenant without the guests, and everyone: the claims SharePoint knows for them. */
export const everyoneExceptExternal = 'c:0-.f|rolemanager|spo-grid-all-users/school';
export const everyone = 'c:0(.s|true';
