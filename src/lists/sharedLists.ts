/** Lists that every adult reads and that say nothing about any pupil. */
import { choice, day, note, shared, text } from './definition';

export const schoolDaysList = shared({
  name: 'SchoolDays',
  title: 'School Days',
  description: 'Whether the school is open, day by day.',
  fields: [
    /** '<date>.<session>' and the year groups where they differ */
    text('SchoolDayKey', 'School day key', { unique: true }),
    day('Day', 'Day', { indexed: true }),
    choice('Session', 'Session', ['ALL', 'AM', 'PM']),
    choice('Status', 'Status', ['open', 'closed', 'holiday', 'inset', 'bankHoliday'], { indexed: true }),
    /** 'Year 7;Year 8'; empty for the whole school */
    text('YearGroups', 'Year groups'),
    text('Week', 'Week'),
    text('TermId', 'Term'),
    text('ContentHash', 'Content hash'),
  ],
});

/** A row per area of the school's records. Its time stands here and not on each pupil's row, so that a newer export alone rewrites no pupil. */
export const freshnessList = shared({
  name: 'Freshness',
  title: 'Last Updated',
  description: "When the school's system last told about each area.",
  fields: [
    /** 'attendance' */
    text('Area', 'Area', { unique: true }),
    /** When the export that brought the area was made: ISO 8601 in UTC. */
    text('UpdatedAt', 'Updated at'),
    text('ContentHash', 'Content hash'),
  ],
});

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
    { name: 'Link', title: 'Link', type: 'URL' },
    text('ContentHash', 'Content hash'),
  ],
});

/** Typed by staff. Title is the headline. */
export const noticesList = shared({
  name: 'Notices',
  title: 'Notices',
  description: 'What the school tells families: the whole school, a year group or a class.',
  fields: [
    note('Body', 'Text'),
    choice('Audience', 'For', ['school', 'year', 'class'], { required: true }),
    /** 'Year 8' or the name of a class; empty for the whole school */
    text('AudienceValue', 'Year group or class'),
    day('FromDay', 'Show from', { indexed: true, required: true }),
    day('UntilDay', 'Show until', { indexed: true, required: true }),
  ],
});

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

/** Typed by staff. Title is the term: an aspect of results, 'Effort'. */
export const glossaryList = shared({
  name: 'Glossary',
  title: 'Glossary',
  description: "What the school's words mean.",
  fields: [
    /** A value on the term's scale: '6', 'Good'. Empty where the row explains the term itself. */
    text('Value', 'Value'),
    note('Meaning', 'Meaning'),
  ],
});
