import * as React from 'react';
import * as ReactDom from 'react-dom';
import type { IReadonlyTheme } from '@microsoft/sp-component-base';
import { DisplayMode } from '@microsoft/sp-core-library';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
import type { HostContext } from '../../app/environment';
import type { Session } from '../../data/session';
import { fetchWords } from '../../loc/languages';
import { LazyContent } from './LazyContent';
import { lazyView } from './lazyView';
import { sessionOf } from './sessionOf';
import { setThemeProperties } from './themeProperties';

/**
 * What all web parts have in common: they show a lazy React tree, follow the theme of their section and leave nothing
 * behind. `onInit` is left alone on purpose: SharePoint waits for it before it shows any web part of the page.
 */
export abstract class SchoolgateWebPart<Properties extends object> extends BaseClientSideWebPart<Properties> {
  /** The view, with the current properties. */
  protected abstract content(): React.ReactElement;

  public override render(): void {
    ReactDom.render(React.createElement(LazyContent, undefined, this.content()), this.domElement);
  }

  /** A view whose code comes when it is first shown. */
  protected lazyView<Props>(load: () => Promise<React.ComponentType<Props>>): React.LazyExoticComponent<React.ComponentType<Props>> {
    return lazyView(load, () => fetchWords(this.culture()));
  }

  private culture(): string {
    return this.context.pageContext.cultureInfo.currentUICultureName;
  }

  /** Who is signed in on which site. */
  protected session(): Session {
    return sessionOf(this.context);
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
    if (theme !== undefined) {
      setThemeProperties(this.domElement, theme);
    }
  }

  protected override onDispose(): void {
    ReactDom.unmountComponentAtNode(this.domElement);
  }
}
