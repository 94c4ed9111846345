import * as React from 'react';
import type { IPropertyPaneConfiguration } from '@microsoft/sp-property-pane';
import { PropertyPaneTextField } from '@microsoft/sp-property-pane';
import * as strings from 'SchoolgateWebPartStrings';
import type { Session } from '../../data/session';
import { dashboardAreas } from '../../domain/dashboardAreas';
import { SchoolgateWebPart, type SchoolgateProperties } from '../hosting/SchoolgateWebPart';
import { shownInOrderField } from '../propertyPane/shownInOrderField';
import { siteUrlField } from '../propertyPane/siteUrlField';

interface ChildDashboardProperties extends SchoolgateProperties {
  readonly title: string;
  /** Areas shown, in order. */
  readonly areas: readonly string[];
  readonly helpContact: string;
}

/** A parent's own children: what tonight and tomorrow need, and how school is going. */
export default class ChildDashboardWebPart extends SchoolgateWebPart<ChildDashboardProperties> {
  private readonly view = this.lazyView(
    async () => (await import(/* webpackChunkName: 'child-dashboard' */ '../../features/childDashboard/ChildDashboard')).ChildDashboard,
  );

  protected content(session: Session): React.ReactElement {
    return React.createElement(this.view, {
      session,
      host: this.host(this.properties.helpContact),
      title: this.properties.title,
      areas: this.properties.areas,
      onTitleChange: (title: string) => this.change('title', title),
    });
  }

  protected override getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    const title = PropertyPaneTextField('title', { label: strings.titleLabel });
    const helpContact = PropertyPaneTextField('helpContact', {
      label: strings.helpContactLabel,
      description: strings.helpContactDescription,
    });
    const areas = shownInOrderField('areas', {
      label: strings.areasLabel,
      description: strings.areasDescription,
      choices: dashboardAreas.map((area) => ({ key: area, text: areaNames[area] })),
      shown: this.properties.areas,
      onChange: (shown) => this.change('areas', shown),
    });
    return {
      pages: [
        {
          header: { description: strings.childDashboardDescription },
          groups: [{ groupFields: [title, areas, helpContact, siteUrlField(window.location.origin)] }],
        },
      ],
    };
  }
}

const areaNames: Readonly<Record<(typeof dashboardAreas)[number], string>> = {
  today: strings.areaToday,
  attendance: strings.areaAttendance,
  behaviour: strings.areaBehaviour,
  results: strings.areaResults,
  notices: strings.areaNotices,
  dates: strings.areaDates,
};
