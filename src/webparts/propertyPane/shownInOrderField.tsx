import * as React from 'react';
import * as ReactDom from 'react-dom';
import type { IPropertyPaneCustomFieldProps, IPropertyPaneField } from '@microsoft/sp-property-pane';
import { PropertyPaneFieldType } from '@microsoft/sp-property-pane';
import * as strings from 'SchoolgateWebPartStrings';
import { useOnDemand } from '../../ui/onDemand';
import type { ShownInOrderProps } from './staff/ShownInOrder';

const loadField = () => import(/* webpackChunkName: 'staff-property-pane' */ './staff/ShownInOrder');

/** A field of the property pane with which an editor chooses what is shown, and in which order. */
export function shownInOrderField(
  key: string,
  props: ShownInOrderProps,
  load = loadField,
): IPropertyPaneField<IPropertyPaneCustomFieldProps> {
  return {
    type: PropertyPaneFieldType.Custom,
    targetProperty: key,
    properties: {
      key,
      onRender: (element: HTMLElement) => {
        ReactDom.render(<Field props={props} load={load} />, element);
      },
      onDispose: (element: HTMLElement) => {
        ReactDom.unmountComponentAtNode(element);
      },
    },
  };
}

/** Waits for the field's code, which only editors fetch. */
function Field({ props, load }: { readonly props: ShownInOrderProps; readonly load: typeof loadField }): React.ReactElement {
  const [field, ask] = useOnDemand(load);
  React.useEffect(ask, [ask]);
  if (field.state === 'here') return <field.code.ShownInOrder {...props} />;
  if (field.state === 'failed') {
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
