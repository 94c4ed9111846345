/** Up to two letters for a person: 'JS' for Jane Smith, 'J' where the surname is not known. */
export function initialsOf(forename: string, surname: string | undefined): string {
  return [forename, surname ?? '']
    .map((name) => [...name.trim()][0] ?? '')
    .join('')
    .toUpperCase();
}
