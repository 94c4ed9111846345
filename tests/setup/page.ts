import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

/** A page with everything open, looked over by axe, takes seconds on a busy machine. */
jest.setTimeout(60_000);

/** What is waited for may come late on a busy machine; a test that fails waits this long, one that passes does not. */
configure({ asyncUtilTimeout: 10_000 });
