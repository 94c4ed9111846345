/** A part of a pupil's school life that can be shared with an adult, and shown on the dashboard. */
export const pupilAreas = ['timetable', 'attendance', 'behaviour', 'results'] as const;

export type PupilArea = (typeof pupilAreas)[number];

export function isPupilArea(text: string): text is PupilArea {
  return (pupilAreas as readonly string[]).includes(text);
}
