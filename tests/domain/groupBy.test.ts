import { groupBy } from '../../src/domain/groupBy';

it('Members with one key stand together, keys and members in the order in which they come', () => {
  const groups = groupBy(['pear', 'fig', 'plum', 'apple', 'peach'], (word) => word.charAt(0));
  expect([...groups]).toEqual([
    ['p', ['pear', 'plum', 'peach']],
    ['f', ['fig']],
    ['a', ['apple']],
  ]);
  expect(groupBy([], String).size).toBe(0);
});
