/** The example child that a page's editor sees. */
export const example = {
  note: 'This is an example child. Parents and carers see their own children here; no child is linked to your own account.',
  forename: 'Alex',
  surname: 'Example',
  yearGroup: 'Year 8',
  subjects: { maths: 'Maths', english: 'English', science: 'Science', sport: 'PE' },
  room: 'B',
  teacher: 'Ms Example',
  praise: { effort: 'Excellent effort', help: 'Helped a new pupil' },
  reminder: 'Homework not handed in',
  report: 'Example report',
  aspect: 'Working at grade',
} as const;
