/** The time zone of the schools that Schoolgate knows: they are in England. */
export const timeZone = 'Europe/London';
