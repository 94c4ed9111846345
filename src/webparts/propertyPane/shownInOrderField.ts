import * as React from 'react';
import * as ReactDom from 'react-dom';
import type { IPropertyPaneCustomFieldProps, IPropertyPaneField } from '@microsoft/sp-property-pane';
import { PropertyPaneFieldType } from '@microsoft/sp-property-pane';
import { ShownInOrder, type ShownInOrderProps } from './ShownInOrder';

/** A field of the property pane with which an editor chooses what is shown, and in which order. */
export function shownInOrderField(props: ShownInOrderProps & { readonly key: string }): IPropertyPaneField<IPropertyPaneCustomFieldProps> {
  return {
    type: PropertyPaneFieldType.Custom,
    targetProperty: props.key,
    properties: {
      key: props.key,
      onRender: (element: HTMLElement) => {
        const { key, ...own } = props;
        ReactDom.render(React.createElement(ShownInOrder, own), element);
      },
      onDispose: (element: HTMLElement) => {
        ReactDom.unmountComponentAtNode(element);
      }
    }
  };
}
