import { number } from './grammar';

export const notices = {
  name: 'Notices',
  heading: 'Notices',
  audience: { school: 'For everyone', year: (year: string) => year, class: (name: string) => `class ${name}` },
  until: (day: string) => `Shown until ${day}`,
  untilShort: (day: string) => `until ${day}`,
  more: (count: number) => `More notices (${number(count)})`,
  nothingYet: 'No notices at the moment. What the school tells families appears here.',
} as const;
