import * as v from 'valibot';

const Person = v.looseObject({
  email: v.string(),
  name: v.string(),
  role: v.string(),
  children: v.optional(v.array(v.string()), []),
});

export type Person = v.InferOutput<typeof Person>;

/** The people of the demo to choose from. */
export async function readPeople(ask: (request: Request) => Promise<Response>, origin: string): Promise<readonly Person[]> {
  const response = await ask(new Request(`${origin}/_local/people`));
  return v.parse(v.array(Person), await response.json());
}

/** Who is signed in. Most accounts of the school are not among the demo's people: they go by their address. */
export function signedIn(people: readonly Person[], email: string): Person {
  return people.find((person) => person.email.toLowerCase() === email) ?? { email, name: email, role: '', children: [] };
}

/** People by role, the roles that most people have first: parents before the head. */
export function byRole(people: readonly Person[]): readonly { readonly role: string; readonly people: readonly Person[] }[] {
  const roles = [...new Set(people.map((person) => person.role))];
  const groups = roles.map((role) => ({
    role: role.charAt(0).toUpperCase() + role.slice(1),
    people: people.filter((person) => person.role === role),
  }));
  return groups.sort((one, other) => other.people.length - one.people.length);
}

/** The address that signs a person in and leads on to a page. */
export function signInAddress(email: string, to: string): string {
  return `/_local/signin?as=${encodeURIComponent(email)}&to=${encodeURIComponent(to)}`;
}
