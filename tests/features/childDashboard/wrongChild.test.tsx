import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { pupilHomeList } from '../../../src/lists/pupilHome';
import { pupilRecordsList } from '../../../src/lists/pupilRecords';
import { homeRow, memorySite, recordRows, type MemorySite, type PupilRecords, type Row } from '../../kit/memorySite';
import { adultHome, jane, janeRecords, smiths, tom } from '../../kit/smithFamily';
import { renderDashboard } from './renderDashboard';

interface Late {
  readonly site: MemorySite;
  /** Lets the answers about one pupil arrive: the rows of each area. */
  answer(pupilKey: string, records: PupilRecords): Promise<void>;
}

/** A site whose answers about records arrive when, and in the order, that a test says. */
function lateSite(): Late {
  const waiting = new Map<string, (rows: readonly Row[]) => void>();
  const inMemory = memorySite({ ...smiths, adultHome: adultHome(jane, tom) });
  const site: MemorySite = {
    ...inMemory,
    readShared: (rows, query) => {
      if (rows.list !== pupilRecordsList) return inMemory.readShared(rows, query);
      const asked = (query.filter ?? []).map(({ value }) => value).join(' ');
      return new Promise((resolve) => {
        waiting.set(asked, resolve);
      });
    },
  };
  return {
    site,
    answer: async (pupilKey, records) => {
      const rows = recordRows(records);
      await act(async () => {
        for (const area of ['attendance', 'behaviour', 'results'])
          waiting.get(`${pupilKey} ${area}`)?.(rows.filter((row) => row['Area'] === area));
      });
    },
  };
}

const results = (): HTMLElement => screen.getByRole('region', { name: 'Results' });

it('never shows an answer about one child that arrives after another was chosen', async () => {
  const { site, answer } = lateSite();
  renderDashboard(site);
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
  const { site, answer } = lateSite();
  renderDashboard(site);
  await userEvent.click(await screen.findByRole('radio', { name: 'Tom, shown in green' }));
  await answer(tom.pupil.key, janeRecords);
  expect(await within(results()).findByText('Something went wrong on our side')).toBeVisible();
  expect(screen.queryByText('A strong pass, one above a good pass.')).not.toBeInTheDocument();
});

it('shows nothing of a home row that says it belongs to another pupil', async () => {
  const swapped = { ...homeRow(tom), PupilKey: jane.pupil.key };
  renderDashboard(memorySite({ ...smiths, adultHome: adultHome(jane), pupilHomes: [], rows: [[pupilHomeList, swapped]] }));
  const attendance = await screen.findByRole('region', { name: 'Attendance' });
  expect(attendance).not.toHaveTextContent('In school all this half-term');
  expect(within(attendance).getByText('Something went wrong on our side')).toBeVisible();
  expect(screen.queryByText(/Art/)).not.toBeInTheDocument();
});

it('keeps what was read for one person from the next on the same page', async () => {
  const first = renderDashboard(memorySite({ ...smiths, adultHome: adultHome(jane) }));
  await screen.findByText('Jane Smith, Year 8, form 8B');
  first.unmount();
  renderDashboard(memorySite({ ...smiths, adultHome: adultHome(tom) }));
  expect(await screen.findByText('Tom Smith, Year 10, form 10C')).toBeVisible();
  expect(screen.queryByText('Jane')).not.toBeInTheDocument();
});
