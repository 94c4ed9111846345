import { initialsOf } from '../../../src/domain/people/names';

it('A person has the first letters of forename and surname, as far as they are known, in capitals', () => {
  expect(initialsOf('Jane', 'Smith')).toBe('JS');
  expect(initialsOf(' élodie', undefined)).toBe('É');
  expect(initialsOf('𝒜da', ' ')).toBe('𝒜');
});
