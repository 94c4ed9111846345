import '@testing-library/jest-dom';

/** A page with everything open, looked over by axe, takes seconds on a busy machine. */
jest.setTimeout(30_000);
