export const freshness = {
  timetable: (moment: string) => `From the timetable, ${moment}`,
  attendance: (moment: string) => `From the register, ${moment}`,
  behaviour: (moment: string) => `From the school’s records, ${moment}`,
  results: (moment: string) => `From the school’s records, ${moment}`,
  changed: (moment: string) => `Last changed ${moment}`,
  read: (moment: string) => `Checked ${moment}`,
  unknown: 'The school has not said how recent this is',
  stale: (moment: string) => `This may be out of date: the school last sent it ${moment}.`,
  today: (time: string) => `today ${time}`,
  yesterday: (time: string) => `yesterday ${time}`,
  onDay: (day: string, time: string) => `${day}, ${time}`,
} as const;
