import { byDesign, invalidRow, quarantine, warning } from './severity';

/** About marks, events, lessons and homework. */
export const dataFindings = {
  'ATT-01': invalidRow('This code is not in the table of codes.'),
  'ATT-02': invalidRow('The school was not open to this pupil in that session.'),
  'ATT-03': invalidRow('There is another, different mark for this pupil and session. Both are in quarantine.'),
  'ATT-04': quarantine(
    '{day} {session}: more than a fifth is without a mark in {missing} of {groups} groups. The day is not shown to them.',
  ),
  'ATT-07': invalidRow('This code was no longer in force on that day.'),
  'ATT-08': invalidRow('This code cannot stand in that session.'),
  'ATT-09': invalidRow('The mark lies in the future.'),
  'ATT-10': invalidRow('The pupil was not on roll on that day.'),
  'BEH-01': byDesign('The event is too new, or lies in the future: it is published later.'),
  'BEH-03': byDesign('Events of this type never leave staff.'),
  'BEH-04': invalidRow('It is not clear whether parents may see this event.'),
  'TT-01': warning('The lesson overlaps the one on line {other} for the same pupil.'),
  'TT-02': invalidRow('The lesson has neither a date nor a weekday with the dates between which it is valid.'),
  'TT-03': invalidRow('This status of a lesson is not known.'),
  'TT-04': warning('The lesson ends before it starts.'),
  'TT-05': warning('The lesson lies on a day on which the school is not open to all.'),
  'HW-01': invalidRow('The work is due before it is set.'),
  'HW-02': invalidRow('Work for a single pupil cannot be published: the list of work is read by all parents.'),
  'HW-03': warning('The description held HTML. Only its text is published.'),
  'HW-04': warning('This is not a web address. It is left out.'),
};
