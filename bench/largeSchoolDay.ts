/** Near the end of a school year: 190 days of marks. The same school every time, so that two runs can be compared. */
export const today = '2026-07-17';

/** When the export is published: half an hour after it was made. */
export const morning = `${today}T10:00:00+01:00`;
