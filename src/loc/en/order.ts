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
  saved: 'Your order is saved.',
  failed: 'Your order could not be saved. It is still here: please try again.',
  conflict: 'You changed the order somewhere else in the meantime. Save again to use this one.',
} as const;
