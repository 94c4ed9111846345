import { screen, within } from '@testing-library/react';
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

async function moveDatesUpOnce(): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: 'Change the order' }));
  await userEvent.click(screen.getByRole('button', { name: 'Move Dates up' }));
}

it('moves an area, says where it is now, and keeps the order for the person', async () => {
  const { site, container } = renderDashboard();
  await moveDatesUpOnce();
  expect(screen.getByText('Dates is now 5 of 6')).toBeInTheDocument();
  expect(await axeFindings(container)).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Save the order' }));
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

it('loses nothing when saving fails, and saves on the next try', async () => {
  const { site } = renderDashboard();
  await moveDatesUpOnce();
  site.refuse('saving', new DataError('offline', 'network'));
  await userEvent.click(screen.getByRole('button', { name: 'Save the order' }));
  expect(await screen.findByText('Your order could not be saved. It is still here: please try again.')).toBeVisible();
  const areas = within(screen.getByRole('region', { name: 'The order of this page' }))
    .getAllByRole('listitem')
    .map((item) => item.textContent);
  expect(areas.slice(-2)).toEqual(['Dates', 'Notices']);
  site.refuse('saving', undefined);
  await userEvent.click(screen.getByRole('button', { name: 'Save the order' }));
  expect(await screen.findByText('Your order is saved.')).toBeVisible();
});

it("cannot move the first area further up, and keeps the keyboard's place there", async () => {
  renderDashboard();
  await userEvent.click(await screen.findByRole('button', { name: 'Change the order' }));
  const up = screen.getByRole('button', { name: 'Move Attendance up' });
  await userEvent.click(up);
  expect(screen.getByRole('button', { name: 'Move Attendance up' })).toHaveFocus();
  expect(screen.getByRole('button', { name: 'Move Attendance up' })).toHaveAttribute('aria-disabled', 'true');
});

it('leaves the order as it was when cancelled', async () => {
  renderDashboard();
  await moveDatesUpOnce();
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(headings().slice(-2)).toEqual(['Notices', 'Dates coming up']);
});
