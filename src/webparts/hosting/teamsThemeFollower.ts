/** What of Teams' SDK is used here. A handler, once registered, cannot be taken back. */
export interface TeamsThemes {
  /** The theme when the tab was opened. */
  readonly context: { readonly theme?: string };
  readonly teamsJs: { readonly app: { registerOnThemeChangeHandler(handler: (name: string) => void): void } };
}

/** Knows the theme of Teams from the time of its making, and paints with every later one until it is stopped. */
export class TeamsThemeFollower {
  private name: string | undefined;
  private isStopped = false;

  public constructor(
    teams: TeamsThemes,
    private readonly paintWith: (name: string | undefined) => void,
  ) {
    this.name = teams.context.theme;
    teams.teamsJs.app.registerOnThemeChangeHandler((name) => {
      this.name = name;
      this.paint();
    });
  }

  /** Paints with the theme that Teams has now. */
  public paint(): void {
    if (!this.isStopped) this.paintWith(this.name);
  }

  public stop(): void {
    this.isStopped = true;
  }
}
