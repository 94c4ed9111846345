import * as v from 'valibot';
import { pupilAreas } from '../../../src/domain/people/areas';
import { accessList } from '../../../src/lists/access';
import { adultHomeList } from '../../../src/lists/adultHome';
import { assignmentsList } from '../../../src/lists/assignments';
import { findingsList } from '../../../src/lists/findings';
import { freshnessList } from '../../../src/lists/freshness';
import { adultGroupTitle } from '../../../src/lists/permissions';
import { pupilHomeList } from '../../../src/lists/pupilHome';
import { pupilRecordsList } from '../../../src/lists/pupilRecords';
import { schoolDaysList } from '../../../src/lists/schoolDays';
import { stagedArea } from '../areas';
import { windowOf } from '../bundle/manifest';
import { homeworkTable } from '../bundle/tables';
import type { CurrentState } from '../currentState/currentState';
import type { DesiredState } from '../desiredState/desiredState';
import { isMarkedStale } from '../desiredState/freshness';
import type { Row } from '../rows/row';
import { pupilOf, type SiteRow } from '../rows/siteRow';
import type { School } from '../school/school';
import { isMember } from './adultGroups';
import { diffRows, type ListDiff } from './listDiff';

/** Every list but the findings. */
export function diffLists(school: School, desiredState: DesiredState, currentState: CurrentState): readonly ListDiff[] {
  const always = () => true;
  return [
    ...diffPeople(school, desiredState, currentState),
    diffRows({ list: schoolDaysList, desired: desiredState.schoolDays, current: currentState.schoolDays, mayDelete: always }),
    diffAssignments(school, desiredState, currentState),
    diffRows({ list: accessList, desired: desiredState.access, current: currentState.access, mayDelete: always }),
    // Last: a run that is killed must not have called rows fresh that it did not write.
    diffRows({ list: freshnessList, desired: desiredState.freshness, current: currentState.freshness, mayDelete: () => false }),
  ];
}

/** Lists whose rows have readers of their own. Rows of a folder that goes, go with it. */
function diffPeople(school: School, desiredState: DesiredState, currentState: CurrentState): readonly ListDiff[] {
  const { livingPupils, quarantinedPupils } = desiredState;
  const staysInFolder = (row: SiteRow) => livingPupils.has(pupilOf(row.folder)) && !quarantinedPupils.has(pupilOf(row.folder));
  const isSpokenOf = recordFilter(school);
  const emptyFolder = (row: SiteRow) => row.folder === '';
  return [
    diffRows({
      list: adultHomeList,
      desired: desiredState.adultHomes,
      current: currentState.adultHome,
      mayDelete: () => true,
      isStale: staleAdult(desiredState, currentState),
    }),
    diffRows({
      list: pupilHomeList,
      desired: desiredState.homes,
      marks: desiredState.staleHomes,
      current: currentState.pupilHome,
      mayDelete: (row) => staysInFolder(row) || emptyFolder(row),
      isStale: isMarkedStale,
    }),
    diffRows({
      list: pupilRecordsList,
      desired: desiredState.records,
      current: currentState.pupilRecords,
      mayDelete: (row) => emptyFolder(row) || (staysInFolder(row) && isSpokenOf(row)),
    }),
  ];
}

function diffAssignments({ delivered, manifest, quarantinedHomework }: School, { assignments }: DesiredState, currentState: CurrentState) {
  const isWhole = delivered.homework && windowOf(manifest, homeworkTable.file) === undefined;
  return diffRows({
    list: assignmentsList,
    desired: delivered.homework ? assignments : [],
    current: currentState.assignments,
    mayDelete: (row) => isWhole && !quarantinedHomework.has(row.key),
  });
}

/** What was found this time, in place of what the last run found. */
export function diffFindings(rows: readonly Row[], currentState: CurrentState): ListDiff {
  return diffRows({ list: findingsList, desired: rows, current: currentState.findings, mayDelete: () => true });
}

/** The Adult column has to be the member of the adult's group. */
function staleAdult(desiredState: DesiredState, currentState: CurrentState): (row: SiteRow) => boolean {
  const adults = new Map(desiredState.adults.map((adult) => [adult.key, adult]));
  return (row) => {
    const members = currentState.principals.adultGroups.get(adultGroupTitle(row.key))?.members ?? [];
    const member = members.find((each) => isMember(each, adults.get(row.key)));
    return (member?.id ?? null) !== (row.more['AdultId'] ?? null);
  };
}

const recordColumns = v.looseObject({ Area: v.string(), PeriodId: v.string() });

/** Records that the export would have brought again if they still held. Of an area that nobody knows it says nothing. */
function recordFilter(school: School): (row: SiteRow) => boolean {
  const told = new Map(
    pupilAreas.filter((area) => school.delivered[area]).map((area) => [area as string, stagedArea(area).periodsToldBy(school)]),
  );
  return (row) => {
    const { Area, PeriodId } = v.parse(recordColumns, row.more);
    return told.get(Area)?.(PeriodId) ?? false;
  };
}
