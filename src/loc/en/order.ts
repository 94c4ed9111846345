import { number } from './grammar';

export const order = {
  change: 'Change the order',
  heading: 'The order of this page',
  help: 'Move what matters most to you to the top. It stays like this for you only.',
  up: (area: string) => `Move ${area} up`,
  down: (area: string) => `Move ${area} down`,
  moved: (area: string, place: number, of: number) => `${area} is now ${number(place)} of ${number(of)}`,
  save: 'Save the order',
  saving: 'Saving',
  cancel: 'Cancel',
  reset: 'Use the school’s order',
  wasReset: 'This is the school’s order now.',
  opening: 'Opening',
  notOpened: 'This could not be opened. Check your connection, then try again.',
  saved: 'Your order is saved.',
  failed: 'Your order could not be saved. It is still here: please try again.',
  offline: 'You seem to be offline. Your order is still here: save it again when you are connected.',
  conflict: 'You changed the order somewhere else in the meantime. Save again to use this one.',
} as const;
