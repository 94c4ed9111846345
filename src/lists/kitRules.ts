import type { KitRule } from '../domain/timetable/kit';
import { note, shared, text } from './define';
import { linesCell, meaning, optionalTextCell, rowOf } from './row';

/** Typed by staff. A rule holds for lessons that match every column that is filled. Title says what it is about. */
export const kitRulesList = shared({
  name: 'KitRules',
  title: 'Kit Rules',
  description: 'What to bring to which lessons.',
  fields: [
    text('Subject', 'Subject'),
    text('Room', 'Room'),
    text('ClassName', 'Class'),
    /** One thing a line */
    note('Bring', 'Bring'),
  ],
});

const row = rowOf(kitRulesList, { Subject: optionalTextCell, Room: optionalTextCell, ClassName: optionalTextCell, Bring: linesCell });

export const kitRuleRow = meaning(
  row,
  ({ Subject, Room, ClassName, Bring }): KitRule => ({ subject: Subject, room: Room, className: ClassName, bring: Bring }),
);
