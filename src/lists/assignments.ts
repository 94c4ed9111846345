import { day, link, note, shared, text } from './define';

export const assignmentsList = shared({
  name: 'Assignments',
  title: 'Assignments',
  description: 'Work that is set, per class.',
  fields: [
    text('AssignmentKey', 'Assignment key', { unique: true }),
    text('ClassKey', 'Class key', { indexed: true }),
    text('ClassName', 'Class'),
    text('Subject', 'Subject'),
    text('Teacher', 'Teacher'),
    note('Description', 'Description'),
    day('SetDay', 'Set on'),
    day('DueDay', 'Due on', { indexed: true }),
    link('Link', 'Link'),
    text('ContentHash', 'Content hash'),
  ],
});
