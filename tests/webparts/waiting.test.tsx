import * as React from 'react';
import { act, render, screen } from '@testing-library/react';
import type { Session } from '../../src/data/session';
import { LazyContent } from '../../src/webparts/hosting/LazyContent';
import { SessionGate } from '../../src/webparts/hosting/SessionGate';

const nothing = (): void => undefined;
const session = {
  siteUrl: '/sites/school',
  userId: 7,
  context: { pageContext: { web: { absoluteUrl: 'https://oakfield.example/sites/school' } } },
} as unknown as Session; // only what the gate hands on

test('whoever waits for another site hears of it, until the view is there', async () => {
  let open = (_session: Session): void => undefined;
  const opening = new Promise<Session>((resolve) => (open = resolve));
  const { container } = render(
    <SessionGate session={opening} isEditing={false} onOpenPropertyPane={nothing} onTryAgain={nothing}>
      {({ siteUrl }) => <p>From {siteUrl}</p>}
    </SessionGate>,
  );
  expect(screen.getByRole('status')).toHaveTextContent('Loading');
  expect(container.querySelector('[aria-busy="true"]')).not.toBeNull();
  await act(async () => open(session));
  expect(screen.getByText('From /sites/school')).toBeVisible();
  expect(screen.queryByRole('status')).toBeNull();
});

test("whoever waits for a view's code hears of it", () => {
  const Never = React.lazy(() => new Promise<never>(nothing));
  render(
    <LazyContent settings="">
      <Never />
    </LazyContent>,
  );
  expect(screen.getByRole('status')).toHaveTextContent('Loading');
});

describe('a view that fails', () => {
  function View({ title }: { readonly title: string }): React.ReactElement {
    if (title === 'wrong') throw new Error('view');
    return <p>{title}</p>;
  }

  const shownWith = (title: string): React.ReactElement => (
    <LazyContent settings={title}>
      <View title={title} />
    </LazyContent>
  );

  const { error } = console;
  beforeEach(() => (console.error = nothing)); // React reports what it caught
  afterEach(() => (console.error = error));

  test('is tried again when a setting changes', () => {
    const { rerender } = render(shownWith('right'));
    rerender(shownWith('wrong'));
    expect(screen.getByRole('alert')).toBeVisible();
    rerender(shownWith('right'));
    expect(screen.getByText('right')).toBeVisible();
  });

  test('is not tried again while the settings stay as they are', () => {
    const { rerender } = render(shownWith('wrong'));
    const alert = screen.getByRole('alert');
    rerender(shownWith('wrong'));
    expect(screen.getByRole('alert')).toBe(alert);
  });
});
