/** An adult of one child or several. */
import type { PupilArea } from './areas';

/** One child of one adult: what the adult may see, and the rule that says so. */
export interface AdultChild {
  readonly pupilKey: string;
  readonly forename: string;
  readonly areas: readonly PupilArea[];
  /** False where only some areas are shared: then there is no home row for this adult to read. */
  readonly hasHome: boolean;
}

/** One row per adult, readable by that adult alone: who 'my children' are. */
export interface AdultHome {
  readonly version: 1;
  readonly children: readonly AdultChild[];
  /** The school's time zone: 'Europe/London'. */
  readonly timeZone: string;
  readonly schoolName: string;
}
