import type { ServiceScope } from '@microsoft/sp-core-library';
import type { PageData } from '../pageData';
import type { PlacedWebPart } from './placedWebPart';
import { savePage } from './savePage';

/** Edit mode: a web part is selected by its button, and its property pane opens. */
export function startEditing(data: PageData, placed: readonly PlacedWebPart[], scope: ServiceScope): void {
  placed.forEach((webPart) => {
    void webPart.rendered.then(
      () => addSelection(webPart, placed),
      () => undefined,
    ); // a web part that failed has nothing to set
  });
  const save = document.querySelector<HTMLButtonElement>('#savePage');
  save?.addEventListener('click', () => {
    void keep(save, data, placed, scope);
  });
}

function addSelection(webPart: PlacedWebPart, all: readonly PlacedWebPart[]): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'webPartEdit';
  button.textContent = `Edit properties of ${webPart.title}`;
  button.setAttribute('aria-pressed', 'false');
  button.addEventListener('click', () => {
    all.forEach((other) => markSelected(other.slot, other === webPart));
    webPart.container.requestPropertyPaneAction(webPart.instanceId, 'Open');
  });
  webPart.slot.prepend(button);
}

function markSelected(slot: HTMLElement, selected: boolean): void {
  slot.classList.toggle('webPartSelected', selected);
  slot.querySelector('.webPartEdit')?.setAttribute('aria-pressed', String(selected));
}

async function keep(button: HTMLButtonElement, data: PageData, placed: readonly PlacedWebPart[], scope: ServiceScope): Promise<void> {
  button.disabled = true;
  say('Saving the page.');
  try {
    await savePage(data, placed, scope);
    window.location.assign(data.page.readAddress);
  } catch (error) {
    button.disabled = false;
    say(error instanceof Error ? error.message : 'The page could not be saved.');
  }
}

/** Tells those who see and those who listen how it goes. */
export function say(text: string): void {
  const status = document.getElementById('editStatus');
  if (status) {
    status.textContent = text;
  }
}
