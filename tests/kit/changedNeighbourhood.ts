/** The neighbourhood, exported again with a change. */
import { exportOf, neighbourhood, newer } from './neighbourhood';
import { rowOf, type Tables } from './smallSchool';

export const good = exportOf(neighbourhood());

/** The neighbourhood, ten minutes later, with a change. */
export function changed(change: (tables: Tables) => void) {
  const tables = neighbourhood();
  change(tables);
  return newer(exportOf(tables), 10);
}

export const liftCourtOrder = (tables: Tables) => {
  rowOf(tables['relationships.csv'], { contactId: 'F01' })['courtOrder'] = 'N';
};
