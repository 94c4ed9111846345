import * as React from 'react';
import * as strings from 'SchoolgateWebPartStrings';

/** Says that something is on its way, before the view and its own words are there. */
export function Waiting(): React.ReactElement {
  return (
    <>
      {/* Beside what is busy, not in it: screen readers keep silent about changes in a busy part. */}
      <p role="status">{strings.loading}</p>
      <div aria-busy="true" />
    </>
  );
}
