/** Lists that hold facts about pupils, or say who may see them. Each breaks inheritance before its first row. */
import { pupilAreas } from '../domain/people/areas';
import { choice, closed, day, note, text } from './definition';

/** One folder per pupil, named with the pupil's key, holding one row. Payload: PupilHome. */
export const pupilHomeList = closed({
  name: 'PupilHome',
  title: 'Pupil Home',
  description: 'One row per pupil: what the first screen of the dashboard shows.',
  hasFolders: true,
  fields: [
    text('PupilKey', 'Pupil key', { unique: true }),
    note('Payload', 'Payload'),
    text('ContentHash', 'Content hash'),
    /** While exports are in doubt about the pupil: when the last good one was made, or a word where that is not known. No part of the content. */
    text('StaleSince', 'Not renewed since'),
  ],
});

/** One folder per pupil, in it one folder per area, in it a row per period. Payload by area. */
export const pupilRecordsList = closed({
  name: 'PupilRecords',
  title: 'Pupil Records',
  description: 'A row per pupil, area and period.',
  hasFolders: true,
  fields: [
    /** '<pupil key>.<area>.<period id>' */
    text('RecordKey', 'Record key', { unique: true }),
    text('PupilKey', 'Pupil key', { indexed: true }),
    choice('Area', 'Area', pupilAreas, { indexed: true }),
    text('PeriodId', 'Period', { indexed: true }),
    note('Payload', 'Payload'),
    text('ContentHash', 'Content hash'),
  ],
});

/** One row per adult with a scope of its own. Payload: AdultHome. */
export const adultHomeList = closed({
  name: 'AdultHome',
  title: 'Adult Home',
  description: 'One row per adult, readable by that adult alone: which children, which areas.',
  fields: [
    text('AdultKey', 'Adult key', { unique: true }),
    { name: 'Adult', title: 'Adult', type: 'User', indexed: true },
    note('Payload', 'Payload'),
    text('ContentHash', 'Content hash'),
  ],
});

/** Which opaque key stands for which MIS record. The only place where the two meet. */
export const keysList = closed({
  name: 'SchoolgateKeys',
  title: 'Schoolgate Keys',
  description: 'Which opaque key stands for which record of the MIS. Owners and the publisher only.',
  fields: [
    /** 'site': the salt of fingerprints, made once. 'retired': the id stands for somebody else now. */
    choice('Kind', 'Kind', ['pupil', 'adult', 'site', 'retired'], { indexed: true }),
    /** '<kind>:<MIS id>' */
    text('MisKey', 'MIS key', { unique: true }),
    text('OpaqueKey', 'Opaque key', { unique: true }),
    /** Fingerprints of what identified the person when the last run ended: JSON, a salted hash by part. */
    note('Identity', 'Identity'),
    /** Since when a pupil is not on roll, or not in the export: the data goes thirty days later. */
    day('GoneDay', 'Gone since'),
  ],
});

/** Each adult, child and area, and the rule that allowed or refused it. */
export const accessList = closed({
  name: 'Access',
  title: 'Access',
  description: 'Who may see which pupil, and the rule that allowed or refused it. Owners and the publisher only.',
  fields: [
    /** '<adult key>.<pupil key>' */
    text('AccessKey', 'Access key', { unique: true }),
    text('AdultKey', 'Adult key', { indexed: true }),
    text('PupilKey', 'Pupil key', { indexed: true }),
    choice('Decision', 'Decision', ['allowed', 'refused'], { indexed: true }),
    text('Rule', 'Rule', { indexed: true }),
    text('Areas', 'Areas'),
    note('Reason', 'Reason'),
    /** Since when it has been decided so. */
    day('SinceDay', 'Since'),
    /** Refused for now: areas that open again by themselves when nothing speaks against it any more, and from which day. */
    text('Standing', 'Opens again'),
    day('StandingDay', 'Opens again from'),
    text('ContentHash', 'Content hash'),
  ],
});
