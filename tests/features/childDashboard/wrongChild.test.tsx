import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PupilRecords } from '../../../src/data/dashboardStore';
import type { DashboardStore } from '../../../src/data/dashboardStore';
import { memoryStore, type MemoryStore } from './memoryStore';
import { renderDashboard } from './renderDashboard';
import { adultHome, jane, janeRecords, smiths, tom } from './smithFamily';

interface Late {
  readonly store: MemoryStore;
  /** Lets the answer about one pupil arrive. */
  answer(pupilKey: string, records: PupilRecords): Promise<void>;
}

/** A store whose answers about records arrive when, and in the order, that a test says. */
function lateStore(): Late {
  const waiting = new Map<string, (records: PupilRecords) => void>();
  const store: MemoryStore = {
    ...memoryStore({ ...smiths, adultHome: adultHome(jane, tom) }),
    pupilRecords: (key) =>
      new Promise((resolve) => {
        waiting.set(key, resolve);
      }),
  };
  return {
    store,
    answer: async (key, records) => {
      await act(async () => waiting.get(key)?.(records));
    },
  };
}

const results = (): HTMLElement => screen.getByRole('region', { name: 'Results' });

it('never shows an answer about one child that arrives after another was chosen', async () => {
  const { store, answer } = lateStore();
  renderDashboard(store);
  await userEvent.click(await screen.findByRole('radio', { name: 'Jane, shown in blue' }));
  await userEvent.click(screen.getByRole('radio', { name: 'Tom, shown in green' }));
  await answer(jane.pupil.key, janeRecords);
  expect(within(results()).queryByText('A strong pass, one above a good pass.')).not.toBeInTheDocument();
  await answer(tom.pupil.key, { pupilKey: tom.pupil.key });
  expect(await within(results()).findByText(/on the day the school releases Tom’s next report/)).toBeVisible();
  await userEvent.click(screen.getByRole('radio', { name: 'Jane, shown in blue' }));
  expect(await within(results()).findByText('A strong pass, one above a good pass.')).toBeVisible();
});

it('shows nothing of a record that says it belongs to another pupil', async () => {
  const { store, answer } = lateStore();
  renderDashboard(store);
  await userEvent.click(await screen.findByRole('radio', { name: 'Tom, shown in green' }));
  await answer(tom.pupil.key, janeRecords);
  expect(screen.queryByText('A strong pass, one above a good pass.')).not.toBeInTheDocument();
});

it('shows nothing of a home row that says it belongs to another pupil', async () => {
  const swapped: DashboardStore = {
    ...memoryStore({ ...smiths, adultHome: adultHome(jane), pupilHomes: [] }),
    pupilHome: () => Promise.resolve(tom),
  };
  renderDashboard({ ...memoryStore({}), ...swapped });
  const today = await screen.findByRole('region', { name: 'Attendance' });
  expect(today).not.toHaveTextContent('In school all this half-term');
  expect(screen.queryByText(/Art/)).not.toBeInTheDocument();
});

it('keeps what was read for one person from the next on the same page', async () => {
  const first = renderDashboard(memoryStore({ ...smiths, adultHome: adultHome(jane) }));
  await screen.findByText('Jane Smith, Year 8, form 8B');
  first.unmount();
  renderDashboard(memoryStore({ ...smiths, adultHome: adultHome(tom) }));
  expect(await screen.findByText('Tom Smith, Year 10, form 10C')).toBeVisible();
  expect(screen.queryByText('Jane')).not.toBeInTheDocument();
});
