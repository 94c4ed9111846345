import * as React from 'react';
import * as strings from 'SchoolgateWebPartStrings';
import { useOnDemand } from '../../ui/onDemand';
import type { ShownInOrderProps } from './staff/ShownInOrder';

const loadField = () => import(/* webpackChunkName: 'staff-property-pane' */ './staff/ShownInOrder');

interface FieldOnDemandProps {
  readonly field: ShownInOrderProps;
  readonly load?: typeof loadField;
}

/** Waits for the field's code, which only editors fetch. When it does not come, says so and offers to try again. */
export function FieldOnDemand({ field, load = loadField }: FieldOnDemandProps): React.ReactElement {
  const [fetched, ask] = useOnDemand(load);
  React.useEffect(ask, [ask]);
  if (fetched.state === 'here') return <fetched.code.ShownInOrder {...field} />;
  if (fetched.state === 'failed') {
    return (
      <div role="alert">
        <p>{strings.fieldFailed}</p>
        <button type="button" onClick={ask}>
          {strings.loadAgain}
        </button>
      </div>
    );
  }
  return (
    <p role="status" aria-busy="true">
      {strings.fieldLoading}
    </p>
  );
}
