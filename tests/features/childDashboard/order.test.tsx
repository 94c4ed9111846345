import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DataError } from '../../../src/data/errors';
import { decode } from '../../../src/lists/payload';
import { dashboardPurpose, preferencesList } from '../../../src/lists/preferences';
import { memorySite, type MemorySite } from '../../kit/memorySite';
import { axeFindings, renderDashboard } from './renderDashboard';
import { smiths } from '../../kit/smithFamily';

const headings = (): (string | null)[] => screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);

function keptOrder(site: MemorySite): unknown {
  const [row, ...others] = site.rowsOf(preferencesList);
  expect(others).toEqual([]);
  const preferences = decode(dashboardPurpose.schema, row?.['Payload']);
  return preferences.ok && preferences.value.areaOrder;
}

async function openDialog(): Promise<HTMLElement> {
  await userEvent.click(await screen.findByRole('button', { name: 'Change the order' }));
  return screen.findByRole('dialog', { name: 'The order of this page' });
}

async function moveDatesUpOnce(): Promise<HTMLElement> {
  const dialog = await openDialog();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Move Dates up' }));
  return dialog;
}

const areasIn = (dialog: HTMLElement): (string | null)[] =>
  within(dialog)
    .getAllByRole('listitem')
    .map((item) => item.textContent);

/** Fluent asks for a number of the key that user-event leaves out. */
const pressEscape = (): boolean => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape', keyCode: 27, which: 27 });

const closed = (): Promise<void> => waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());

it('moves an area, says where it is now, and keeps the order for the person', async () => {
  const { site } = renderDashboard();
  const dialog = await moveDatesUpOnce();
  expect(within(dialog).getByText('Dates is now 5 of 6')).toBeInTheDocument();
  expect(await axeFindings(dialog)).toEqual([]);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save the order' }));
  expect(await screen.findByText('Your order is saved.')).toBeVisible();
  expect(keptOrder(site)).toEqual(['today', 'attendance', 'behaviour', 'results', 'dates', 'notices']);
  expect(headings().slice(-2)).toEqual(['Dates coming up', 'Notices']);
});

it("starts with the person's own order and keeps areas that were added since at the end", async () => {
  renderDashboard(memorySite({ ...smiths, preferences: { version: 1, areaOrder: ['notices', 'dates'] } }));
  await screen.findByRole('region', { name: 'Attendance' });
  expect(headings()).toEqual([
    'Notices',
    'Dates coming up',
    'Tomorrow, Tuesday 24 November',
    'Attendance',
    'Praise and behaviour',
    'Results',
  ]);
});

it("goes back to the school's order, and follows the school from then on", async () => {
  const { site } = renderDashboard(memorySite({ ...smiths, preferences: { version: 1, areaOrder: ['notices', 'dates'] } }));
  const dialog = await openDialog();
  expect(areasIn(dialog).slice(0, 2)).toEqual(['Notices', 'Dates']);
  const reset = within(dialog).getByRole('button', { name: 'Use the school’s order' });
  await userEvent.click(reset);
  expect(within(dialog).getByText('This is the school’s order now.')).toBeInTheDocument();
  expect(areasIn(dialog).slice(-2)).toEqual(['Notices', 'Dates']);
  expect(reset).toHaveFocus();
  expect(reset).toHaveAttribute('aria-disabled', 'true');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save the order' }));
  await closed();
  expect(keptOrder(site)).toEqual([]);
  expect(headings().slice(-2)).toEqual(['Notices', 'Dates coming up']);
});

it.each([
  ['offline', 'You seem to be offline. Your order is still here: save it again when you are connected.'],
  ['broken', 'Your order could not be saved. It is still here: please try again.'],
  ['conflict', 'You changed the order somewhere else in the meantime. Save again to use this one.'],
] as const)('loses nothing when saving fails (%s), says so, and saves on the next try', async (kind, words) => {
  const { site } = renderDashboard();
  const dialog = await moveDatesUpOnce();
  site.refuse('saving', new DataError(kind, 'http-0'));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save the order' }));
  expect(await within(dialog).findByRole('alert')).toHaveTextContent(words);
  expect(areasIn(dialog).slice(-2)).toEqual(['Dates', 'Notices']);
  site.refuse('saving', undefined);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save the order' }));
  expect(await screen.findByText('Your order is saved.')).toBeVisible();
});

it('stays open while it saves: what was moved cannot get lost on the way', async () => {
  const { site } = renderDashboard();
  const dialog = await moveDatesUpOnce();
  const release = site.hold('saving');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save the order' }));
  pressEscape();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  expect(dialog).toBeInTheDocument();
  expect(within(dialog).getByRole('button', { name: 'Saving' })).toHaveAttribute('aria-disabled', 'true');
  release();
  await closed();
});

it("cannot move the first area further up, and keeps the keyboard's place there", async () => {
  renderDashboard();
  await openDialog();
  const up = screen.getByRole('button', { name: 'Move Attendance up' });
  await userEvent.click(up);
  expect(screen.getByRole('button', { name: 'Move Attendance up' })).toHaveFocus();
  expect(screen.getByRole('button', { name: 'Move Attendance up' })).toHaveAttribute('aria-disabled', 'true');
});

it.each([
  ['Cancel', () => userEvent.click(screen.getByRole('button', { name: 'Cancel' }))],
  ['Escape', pressEscape],
])('leaves the order as it was on %s, and gives the focus back', async (_way, leave) => {
  renderDashboard();
  await moveDatesUpOnce();
  await leave();
  await closed();
  expect(headings().slice(-2)).toEqual(['Notices', 'Dates coming up']);
  await waitFor(() => expect(screen.getByRole('button', { name: 'Change the order' })).toHaveFocus());
});
