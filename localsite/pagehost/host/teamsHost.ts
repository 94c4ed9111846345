import { _MinimalWebPartHost } from '@microsoft/sp-webpart-base';
import type { ServiceScope } from '@microsoft/sp-core-library';
import type { Showing, TeamsTheme } from '../showing';

type ThemeHandler = (theme: string) => void;

/** Tells the page that the person chose another theme in Teams: `new CustomEvent('teamsThemeChange', { detail: 'dark' })`. */
const themeChange = 'teamsThemeChange';

/**
 * A host that lets its web part know that it is in Teams, as SharePoint's own does: `context.sdks.microsoftTeams`. Microsoft's SDK needs
 * Teams around the page; what it answers is said here, in its words, as far as a web part of ours asks.
 */
export class TeamsHost extends _MinimalWebPartHost {
  public constructor(
    scope: ServiceScope,
    private readonly showing: Showing,
  ) {
    super(scope);
  }

  public override getAdditionalContextProperties(): object {
    const { theme, host } = this.showing;
    return { microsoftTeams: { context: legacyContext(theme, host), teamsJs: teamsJs(theme, host) } };
  }
}

function legacyContext(theme: TeamsTheme, host: Showing['host']): object {
  const team = host === 'teams-tab' ? { teamId: '19:team@thread.tacv2', channelId: '19:channel@thread.tacv2', teamName: 'Year 7' } : {};
  return { theme, locale: 'en-gb', hostClientType: 'web', entityId: 'childDashboard', frameContext: 'content', ...team };
}

function teamsJs(theme: TeamsTheme, host: Showing['host']): object {
  const context = {
    app: { theme, locale: 'en-gb', host: { name: 'Teams', clientType: 'web' } },
    page: { id: 'childDashboard', frameContext: 'content' },
    ...(host === 'teams-tab' && { channel: { id: '19:channel@thread.tacv2', displayName: 'General' } }),
  };
  return {
    app: {
      getContext: () => Promise.resolve(context),
      registerOnThemeChangeHandler: (handler: ThemeHandler) => {
        window.addEventListener(themeChange, (event) => handler(String((event as CustomEvent<unknown>).detail))); // sent as said above
      },
    },
  };
}
