import * as React from 'react';
import * as ReactDom from 'react-dom';
import type { IReadonlyTheme } from '@microsoft/sp-component-base';
import { DisplayMode } from '@microsoft/sp-core-library';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
import type { HostContext } from '../../app/environment';
import type { Session } from '../../data/session';
import { fetchWords } from '../../loc/languages';
import { fillTab, keepFromEdges } from './edges';
import { LazyContent } from './LazyContent';
import { lazyView } from './lazyView';
import { SessionGate } from './SessionGate';
import { forgetSession, sessionOf } from './sessionOf';
import { teamsTheme, teamsThemeName } from './teamsTheme';
import { TeamsThemeFollower } from './teamsThemeFollower';
import { setThemeProperties } from './themeProperties';

/** What every web part of Schoolgate keeps with its page. */
export interface SchoolgateProperties {
  /** The site whose lists are read, as typed. Empty, or absent on a page of an earlier version: the page's own. */
  readonly siteUrl?: string;
}

/**
 * What all web parts have in common: they show a lazy React tree, read from the school's site wherever they stand, follow the theme of
 * their section or of Teams and leave nothing behind. `onInit` is left alone on purpose: SharePoint waits for it before it shows any web
 * part of the page.
 */
export abstract class SchoolgateWebPart<Properties extends SchoolgateProperties> extends BaseClientSideWebPart<Properties> {
  private teamsThemes: TeamsThemeFollower | undefined;
  private preloadView: () => void = () => undefined;

  /** The view of the person signed in, with the current properties. */
  protected abstract content(session: Session): React.ReactElement;

  public override render(): void {
    const { isEditing, onOpenPropertyPane } = this.host('');
    const session = sessionOf(this.context, { siteUrl: this.properties.siteUrl, isInTeams: this.teams !== undefined });
    if (session instanceof Promise) {
      this.preloadView();
    }
    const gate = React.createElement(SessionGate, {
      session,
      isEditing,
      onOpenPropertyPane,
      onTryAgain: () => {
        forgetSession(session);
        this.render();
      },
      children: (opened: Session) => this.content(opened),
    });
    keepFromEdges(this.domElement);
    ReactDom.render(React.createElement(LazyContent, { settings: JSON.stringify(this.properties) }, gate), this.domElement);
  }

  /** A view whose code comes when it is first shown, or while another site is asked who the person is there. */
  protected lazyView<Props>(load: () => Promise<React.ComponentType<Props>>): React.LazyExoticComponent<React.ComponentType<Props>> {
    const { view, preload } = lazyView(load, () => fetchWords(this.culture()));
    this.preloadView = preload;
    return view;
  }

  private culture(): string {
    return this.context.pageContext.cultureInfo.currentUICultureName;
  }

  /** What the page says of itself. */
  protected host(helpContact: string): HostContext {
    return {
      locale: this.culture(),
      isEditing: this.displayMode === DisplayMode.Edit,
      helpContact,
      onOpenPropertyPane: () => this.context.propertyPane.open(),
    };
  }

  /** Sets a property from outside the property pane's own fields, and shows it. SharePoint saves it with the page. */
  protected change<Name extends keyof Properties>(name: Name, value: Properties[Name]): void {
    this.properties[name] = value;
    this.render();
    if (this.context.propertyPane.isPropertyPaneOpen()) {
      this.context.propertyPane.refresh();
    }
  }

  protected override onThemeChanged(theme: IReadonlyTheme | undefined): void {
    if (this.teams === undefined) {
      setThemeProperties(this.domElement, theme ?? {});
      return;
    }
    fillTab(this.domElement);
    this.teamsThemes ??= new TeamsThemeFollower(this.teams, (name) => {
      setThemeProperties(this.domElement, teamsTheme(teamsThemeName(name)));
    });
    this.teamsThemes.paint();
  }

  protected override onAfterResize(): void {
    keepFromEdges(this.domElement);
  }

  protected override onDispose(): void {
    this.teamsThemes?.stop();
    ReactDom.unmountComponentAtNode(this.domElement);
  }

  private get teams(): typeof this.context.sdks.microsoftTeams {
    return this.context.sdks.microsoftTeams;
  }
}
