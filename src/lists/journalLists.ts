/** What staging did and found. Owners and the publisher only. */
import { choice, closed, note, number, text } from './definition';

export const stagingRunsList = closed({
  name: 'StagingRuns',
  title: 'Staging Runs',
  description: 'The journal of staging: when it ran, what it did.',
  fields: [
    text('RunId', 'Run', { unique: true }),
    text('SchoolUrn', 'School URN'),
    { name: 'Started', title: 'Started', type: 'DateTime', indexed: true },
    { name: 'Ended', title: 'Ended', type: 'DateTime' },
    { name: 'ExtractedAt', title: 'Extracted at', type: 'DateTime' },
    choice('Outcome', 'Outcome', ['running', 'published', 'published with held rows', 'refused', 'failed', 'waiting', 'stopped'], {
      indexed: true,
    }),
    /** Counts per entity as JSON; never a personal value */
    note('Summary', 'Summary'),
    /** What the next run compares with: rows a file had, restrictions in use, what a person approved. JSON, ids only as hashes */
    note('Memory', 'Memory'),
  ],
});

export const findingsList = closed({
  name: 'Findings',
  title: 'Findings',
  description: 'What staging found wrong with the export, by file, line and column.',
  fields: [
    text('RunId', 'Run', { indexed: true }),
    /** Says whether a run before this one found the same: a salted hash of what it is and whom it is about, wherever the line has moved */
    text('FindingKey', 'Finding key', { indexed: true }),
    text('Code', 'Code', { indexed: true }),
    choice('Effect', 'Effect', ['stop', 'hold', 'warn'], { indexed: true }),
    text('FileName', 'File'),
    number('Line', 'Line'),
    text('ColumnName', 'Column'),
    note('Message', 'Message'),
    text('ContentHash', 'Content hash'),
  ],
});
