import { html, type Html } from './html';
import { byRole, type Person } from './people';

/**
 * The small bar with which a visitor of the demo becomes somebody else. It looks unlike the site on purpose, and is
 * closed until it is opened, so that it covers nothing on a phone. Works without scripts.
 */
export function personBar(people: readonly Person[], current: Person, to: string): Html {
  return html`<aside class="demoBar" aria-label="Local demo">
    <details>
      <summary>Local demo: you are ${described(current)}</summary>
      <form action="/_local/signin" method="get">
        <input type="hidden" name="to" value="${to}" />
        <label for="demoPerson">Be somebody else</label>
        <select id="demoPerson" name="as">
          ${byRole(people).map((group) => roleGroup(group, current))}
        </select>
        <button type="submit">Switch person</button>
      </form>
      <p>This bar belongs to the demo on your computer, not to the school's site.</p>
    </details>
  </aside>`;
}

function roleGroup(group: { readonly role: string; readonly people: readonly Person[] }, current: Person): Html {
  return html`<optgroup label="${group.role}">${group.people.map((person) => choice(person, current))}</optgroup>`;
}

function choice(person: Person, current: Person): Html {
  const selected = person.email === current.email ? html` selected` : undefined;
  const children = person.children.length > 0 ? ` (${person.children.join(', ')})` : '';
  return html`<option value="${person.email}" ${selected}>${person.name}${children}</option>`;
}

function described(person: Person): string {
  return person.role ? `${person.name}, ${person.role}` : person.name;
}
