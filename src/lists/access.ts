import { choice, closed, day, note, text } from './define';

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
