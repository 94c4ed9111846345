/** A whole school is provisioned and staged in some tests: on a busy machine that takes longer than jest's five seconds. */
jest.setTimeout(60_000);
