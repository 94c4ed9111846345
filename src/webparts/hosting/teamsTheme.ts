import type { ThemeColours, ThemeSlot } from './colourPairs';

/** Teams' names of its themes. It has had others for a time: what is unknown is shown as the usual one. */
export type TeamsThemeName = 'default' | 'dark' | 'contrast';

export function teamsThemeName(name: string | undefined): TeamsThemeName {
  return name === 'dark' || name === 'contrast' ? name : 'default';
}

/** Values of Fluent UI 9's teamsLightTheme, teamsDarkTheme and teamsHighContrastTheme (@fluentui/tokens 1.0); a test compares them. */
const slots: Readonly<Record<TeamsThemeName, Readonly<Record<ThemeSlot, string>>>> = {
  default: {
    bodyBackground: '#f5f5f5',
    bodyStandoutBackground: '#ffffff',
    listItemBackgroundHovered: '#e0e0e0',
    warningBackground: '#fff9f5',
    primaryButtonBackground: '#5b5fc7',
    primaryButtonText: '#ffffff',
    bodyText: '#242424',
    messageText: '#242424',
    bodySubtext: '#616161',
    bodyDivider: '#e0e0e0',
    inputBorder: '#616161',
    focusBorder: '#000000',
    link: '#4f52b2',
    messageLink: '#4f52b2',
    successIcon: '#0e700e',
    errorText: '#b10e1c',
  },
  dark: {
    bodyBackground: '#1f1f1f',
    bodyStandoutBackground: '#292929',
    listItemBackgroundHovered: '#3d3d3d',
    warningBackground: '#4a1e04',
    primaryButtonBackground: '#4f52b2',
    primaryButtonText: '#ffffff',
    bodyText: '#ffffff',
    messageText: '#ffffff',
    bodySubtext: '#adadad',
    bodyDivider: '#525252',
    inputBorder: '#adadad',
    focusBorder: '#ffffff',
    link: '#7f85f5',
    messageLink: '#7f85f5',
    successIcon: '#54b054',
    errorText: '#dc626d',
  },
  contrast: {
    bodyBackground: '#000000',
    bodyStandoutBackground: '#000000',
    listItemBackgroundHovered: '#1aebff',
    warningBackground: '#000000',
    primaryButtonBackground: '#ffffff',
    primaryButtonText: '#000000',
    bodyText: '#ffffff',
    messageText: '#ffffff',
    bodySubtext: '#ffffff',
    bodyDivider: '#ffffff',
    inputBorder: '#ffffff',
    focusBorder: '#1aebff',
    link: '#ffff00',
    messageLink: '#ffff00',
    successIcon: '#ffffff',
    errorText: '#ffffff',
  },
};

/** The colours of a tab: Teams paints its own frame with them, and SharePoint's theme would stand out of it. */
export function teamsTheme(name: TeamsThemeName): ThemeColours {
  return { isInverted: name !== 'default', semanticColors: slots[name] };
}
