import { choice, closed, moment, note, text } from './define';

export const stagingRunsList = closed({
  name: 'StagingRuns',
  title: 'Staging Runs',
  description: 'The journal of staging: when it ran, what it did.',
  fields: [
    text('RunId', 'Run', { unique: true }),
    text('SchoolUrn', 'School URN'),
    moment('Started', 'Started', { indexed: true }),
    moment('Ended', 'Ended'),
    moment('ExtractedAt', 'Extracted at'),
    choice('Outcome', 'Outcome', ['running', 'published', 'published with held rows', 'refused', 'failed', 'waiting', 'stopped'], {
      indexed: true,
    }),
    /** Counts per entity as JSON; never a personal value */
    note('Summary', 'Summary'),
    /** What the next run compares with: rows a file had, restrictions in use, what a person approved. JSON, ids only as hashes */
    note('Memory', 'Memory'),
  ],
});
