import { documentOf } from './document';
import { html, type Html } from './html';
import { byRole, signInAddress, type Person } from './people';

/** Who a visitor may be. A tenant would show Microsoft's sign-in page here; the demo lets one choose. */
export function signInDocument(people: readonly Person[], to: string, styles: string): Html {
  return documentOf({
    title: 'Choose who you are',
    schoolName: 'Local demo',
    home: '/',
    styles,
    main: html`<h1>Choose who you are</h1>
      <p>This school runs on your computer and everyone in it is invented. What you see depends on who you are.</p>
      ${byRole(people).map((group) => roleSection(group, to))}`,
  });
}

function roleSection(group: { readonly role: string; readonly people: readonly Person[] }, to: string): Html {
  const links = group.people.map(
    (person) =>
      html`<li>
        <a href="${signInAddress(person.email, to)}">
          <span class="personName">${person.name}</span>
          <span class="personNote">${noteOf(person)}</span></a
        >
      </li>`,
  );
  return html`<section class="people">
    <h2>${group.role}</h2>
    <ul>
      ${links}
    </ul>
  </section>`;
}

function noteOf(person: Person): string {
  const children = person.children.length > 0 ? `, sees ${person.children.join(', ')}` : '';
  return `${person.role || 'account'}${children}`;
}
