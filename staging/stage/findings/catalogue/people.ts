import { refusalReasons } from '../../../../src/domain/people/access';
import { quarantine, warning } from './severity';

const throughLink = 'Nothing is published through this link.';

/** A refusal of src/domain that somebody has to look into. */
const refusal = <const Reason extends string>(reason: Reason) => quarantine(`${reason} ${throughLink}` as const);

/** About pupils, adults and the links between them. */
export const peopleFindings = {
  'PUP-01': quarantine('Another row has the same pupilId. Both are in quarantine and access through them is closed.'),
  'PUP-02': warning('This is not a valid UPN.'),
  'PUP-03': warning('The date of birth does not fit the year group.'),
  'PUP-06': refusal(refusalReasons['PUP-06']),
  'PUP-07': refusal(refusalReasons['PUP-07']),
  'PUP-08': refusal(refusalReasons['PUP-08']),
  'PUP-10': quarantine('Another pupil has the same name and date of birth. Both are in quarantine.'),
  'PUP-11': warning('Another pupil has the same UPN.'),
  'PUP-12': warning('This is not a valid ULN.'),
  'PUP-13': warning('The date of birth is missing.'),
  'PUP-14': warning('The date of birth lies in the future.'),
  'PUP-15': warning('The date of birth makes the pupil younger than 2 or older than 20.'),
  'PUP-16': warning('The date of birth does not fit the year group. Day and month may be swapped.'),
  'PUP-17': warning('The pupil is on roll without a {missing}.'),
  'CON-01': warning('There is no e-mail address: the adult cannot sign in.'),
  'CON-02': quarantine(
    'Another contact has the same e-mail address, so one account would stand for two people. Access is closed for both.',
  ),
  'CON-03': refusal(refusalReasons['CON-03']),
  'CON-05': quarantine(refusalReasons['CON-05']),
  'CON-06': refusal(refusalReasons['CON-06']),
  'CON-07': quarantine('The adult has no surname.'),
  'CON-08': quarantine('This looks like a test and not like a person.'),
  'CON-10': warning('This is not an e-mail address: the adult cannot sign in.'),
  'REL-01': refusal(refusalReasons['REL-01']),
  'REL-02': warning(`${refusalReasons['REL-02']} ${throughLink}` as const),
  'REL-04': warning('This pupil has two contacts with priority 1.'),
  'REL-09': refusal(refusalReasons['REL-09']),
  'REL-12': quarantine('{closing} of {open} open links close in this run, because the export says so ({rules}). A column may be wrong.'),
  'REL-13': refusal(refusalReasons['REL-13']),
  'REL-14': refusal(refusalReasons['REL-14']),
  'REL-15': refusal(refusalReasons['REL-15']),
  'REL-16': refusal(refusalReasons['REL-16']),
  'REL-17': refusal(refusalReasons['REL-17']),
  'REL-19': refusal(refusalReasons['REL-19']),
  'REL-20': warning('This pupil has more than {max} contacts.'),
  'REL-21': warning('No contact of this pupil has a priority.'),
};
