import * as React from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ShownInOrder } from '../../src/webparts/propertyPane/ShownInOrder';

const choices = [
  { key: 'today', text: 'Today' },
  { key: 'results', text: 'Results' },
  { key: 'dates', text: 'Dates' },
];

/** Stands for SharePoint, which keeps the property and shows the pane again. */
function Pane({
  start,
  onChange,
}: {
  readonly start: readonly string[];
  readonly onChange: (shown: readonly string[]) => void;
}): React.ReactElement {
  const [shown, setShown] = React.useState(start);
  const change = (next: readonly string[]): void => {
    setShown(next);
    onChange(next);
  };
  return <ShownInOrder label="What is shown" description="Choose" choices={choices} shown={shown} onChange={change} />;
}

function openPane(...start: readonly string[]): {
  readonly saved: () => readonly string[];
  readonly rows: () => readonly (string | null)[];
} {
  const changes: (readonly string[])[] = [start];
  render(<Pane start={start} onChange={(shown) => changes.push(shown)} />);
  return {
    saved: () => changes[changes.length - 1] ?? [],
    rows: () => screen.getAllByRole('checkbox').map((box) => box.closest('label')?.textContent ?? null),
  };
}

test('areas that are shown come first, in their order, and the others follow', () => {
  const pane = openPane('dates', 'today');
  expect(pane.rows()).toEqual(['Dates', 'Today', 'Results']);
  expect(screen.getByRole('checkbox', { name: 'Results' })).not.toBeChecked();
});

test('an area moves up and down', async () => {
  const pane = openPane('today', 'results', 'dates');
  await userEvent.click(screen.getByRole('button', { name: 'Move up: Dates' }));
  expect(pane.saved()).toEqual(['today', 'dates', 'results']);
  await userEvent.click(screen.getByRole('button', { name: 'Move down: Today' }));
  expect(pane.saved()).toEqual(['dates', 'today', 'results']);
});

test('the keyboard stays on the button with which an area was moved to the top', async () => {
  const pane = openPane('today', 'results');
  const button = screen.getByRole('button', { name: 'Move up: Results' });
  button.focus();
  await userEvent.keyboard('{Enter}{Enter}');
  expect(pane.saved()).toEqual(['results', 'today']);
  expect(button).toHaveFocus();
  expect(button).toHaveAttribute('aria-disabled', 'true');
});

test('an area that is ticked is shown last, and one that is no longer ticked is not shown', async () => {
  const pane = openPane('today', 'results');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Dates' }));
  expect(pane.saved()).toEqual(['today', 'results', 'dates']);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Today' }));
  expect(pane.saved()).toEqual(['results', 'dates']);
});

test('a saved area that no longer exists is left out', async () => {
  const pane = openPane('weather', 'results', 'today');
  await userEvent.click(screen.getByRole('button', { name: 'Move up: Today' }));
  expect(pane.saved()).toEqual(['today', 'results']);
});
