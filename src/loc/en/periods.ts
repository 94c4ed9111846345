export const periods = {
  halfTerms: {
    autumn: { first: 'Autumn term, first half', second: 'Autumn term, second half' },
    spring: { first: 'Spring term, first half', second: 'Spring term, second half' },
    summer: { first: 'Summer term, first half', second: 'Summer term, second half' },
  },
  terms: { autumn: 'Autumn term', spring: 'Spring term', summer: 'Summer term' },
  schoolYear: (first: string, last: string) => `School year ${first} to ${last}`,
} as const;
