import { compareNames, distinctTexts, sameText } from '../../src/domain/plainText';

it('Names stand in the order of a printed list', () => {
  expect(['10A', 'é', '9B', 'f', 'E'].sort(compareNames)).toEqual(['9B', '10A', 'E', 'é', 'f']);
});

it('What people typed is the same whatever its case and outer space, and nothing is not the same as nothing', () => {
  expect([sameText(' Year 8', 'year 8 '), sameText('', ''), sameText(undefined, undefined)]).toEqual([true, false, false]);
  expect(distinctTexts([' Apron', 'apron', '', 'Boots'])).toEqual(['Apron', 'Boots']);
});
