import { choice, closed, day, note, text } from './define';

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
