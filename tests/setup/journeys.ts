/** A journey starts a site and a browser: give it minutes, not seconds. */
jest.setTimeout(180_000);
