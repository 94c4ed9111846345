import * as React from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FieldOnDemand } from '../../src/webparts/propertyPane/FieldOnDemand';
import * as fieldCode from '../../src/webparts/propertyPane/staff/ShownInOrder';
import { axeFindings } from '../features/childDashboard/renderDashboard';

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
  return <fieldCode.ShownInOrder label="What is shown" description="Choose" choices={choices} shown={shown} onChange={change} />;
}

function openPane(...start: readonly string[]): {
  readonly saved: () => readonly string[];
  readonly rows: () => readonly (string | null)[];
} {
  const changes: (readonly string[])[] = [start];
  render(<Pane start={start} onChange={(shown) => changes.push(shown)} />);
  return {
    saved: () => changes[changes.length - 1] ?? [],
    rows: () => screen.getAllByRole('listitem').map((row) => row.textContent),
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

test('where an area is now is said to those who listen', async () => {
  openPane('today', 'results');
  await userEvent.click(screen.getByRole('button', { name: 'Move up: Results' }));
  expect(screen.getByRole('status')).toHaveTextContent('Results is now 1 of 2');
});

test('axe finds nothing wrong', async () => {
  openPane('today', 'results');
  expect(await axeFindings(document.body)).toEqual([]);
});

describe('in the property pane', () => {
  const field = { label: 'What is shown', description: 'Choose', choices, shown: ['today'], onChange: () => undefined };

  test('its code is fetched when the pane shows it', async () => {
    render(<FieldOnDemand field={field} />);
    expect(screen.getByRole('status')).toHaveTextContent('Getting the settings ready');
    expect(await screen.findByRole('checkbox', { name: 'Today' })).toBeChecked();
  });

  test('a pane that cannot fetch it says so, and tries again when asked', async () => {
    let isConnected = false;
    const load = (): Promise<typeof fieldCode> =>
      isConnected ? Promise.resolve(fieldCode) : Promise.reject(new Error('Loading chunk failed'));
    render(<FieldOnDemand field={field} load={load} />);
    expect(await screen.findByRole('alert')).toHaveTextContent('These settings could not be loaded.');
    isConnected = true;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('checkbox', { name: 'Today' })).toBeChecked();
  });
});
