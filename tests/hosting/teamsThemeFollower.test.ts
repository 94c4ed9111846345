import { TeamsThemeFollower, type TeamsThemes } from '../../src/webparts/hosting/teamsThemeFollower';

/** Teams around a tab that was opened in its usual theme. */
function teams(): TeamsThemes & { readonly change: (name: string) => void; readonly handlers: ((name: string) => void)[] } {
  const handlers: ((name: string) => void)[] = [];
  return {
    handlers,
    context: { theme: 'default' },
    teamsJs: { app: { registerOnThemeChangeHandler: (handler) => handlers.push(handler) } },
    change: (name) => handlers.forEach((handler) => handler(name)),
  };
}

it("A tab keeps the theme that the person chose in Teams when SharePoint's own changes", () => {
  const host = teams();
  const painted: (string | undefined)[] = [];
  const follower = new TeamsThemeFollower(host, (name) => painted.push(name));
  follower.paint();
  host.change('dark');
  follower.paint();
  expect(painted).toEqual(['default', 'dark', 'dark']);
  expect(host.handlers).toHaveLength(1);
});

it('A tab that is gone is not painted any more', () => {
  const host = teams();
  const painted: (string | undefined)[] = [];
  new TeamsThemeFollower(host, (name) => painted.push(name)).stop();
  host.change('dark');
  expect(painted).toEqual([]);
});
