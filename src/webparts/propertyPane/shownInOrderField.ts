import * as React from 'react';
import * as ReactDom from 'react-dom';
import type { IPropertyPaneCustomFieldProps, IPropertyPaneField } from '@microsoft/sp-property-pane';
import { PropertyPaneFieldType } from '@microsoft/sp-property-pane';
import { FieldOnDemand } from './FieldOnDemand';
import type { ShownInOrderProps } from './staff/ShownInOrder';

/** A field of the property pane with which an editor chooses what is shown, and in which order. */
export function shownInOrderField(key: string, field: ShownInOrderProps): IPropertyPaneField<IPropertyPaneCustomFieldProps> {
  return {
    type: PropertyPaneFieldType.Custom,
    targetProperty: key,
    properties: {
      key,
      onRender: (element: HTMLElement) => {
        ReactDom.render(React.createElement(FieldOnDemand, { field }), element);
      },
      onDispose: (element: HTMLElement) => {
        ReactDom.unmountComponentAtNode(element);
      },
    },
  };
}
