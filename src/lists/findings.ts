import { choice, closed, note, number, text } from './define';

export const findingsList = closed({
  name: 'Findings',
  title: 'Findings',
  description: 'What staging found wrong with the export, by file, line and column.',
  fields: [
    text('RunId', 'Run', { indexed: true }),
    /** Says whether a run before this one found the same: a salted hash of what it is and whom it is about, wherever the line has moved */
    text('FindingKey', 'Finding key', { indexed: true }),
    text('Code', 'Code', { indexed: true }),
    choice('Effect', 'Effect', ['fatal', 'quarantine', 'warning'], { indexed: true }),
    text('FileName', 'File'),
    number('Line', 'Line'),
    text('ColumnName', 'Column'),
    note('Message', 'Message'),
    text('ContentHash', 'Content hash'),
  ],
});
