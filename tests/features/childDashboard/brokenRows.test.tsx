import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { pupilHomeList } from '../../../src/lists/pupilHome';
import { pupilRecordsList } from '../../../src/lists/pupilRecords';
import { homeRow, memorySite } from '../../kit/memorySite';
import { adultHome, chloe, jane, janeRecords, smiths, tom } from '../../kit/smithFamily';
import { renderDashboard } from './renderDashboard';

const panel = (name: string): Promise<HTMLElement> => screen.findByRole('region', { name });

it('one results row that cannot be read takes no other area away', async () => {
  const { results: _results, ...others } = janeRecords;
  const broken = {
    PupilKey: jane.pupil.key,
    Area: 'results',
    PeriodId: '2026-27',
    Payload: '{"version":2}',
    Modified: '2026-11-13T05:10:00Z',
  };
  renderDashboard(memorySite({ ...smiths, adultHome: adultHome(jane), records: [others], rows: [[pupilRecordsList, broken]] }));
  expect(await within(await panel('Results')).findByText('Something went wrong on our side')).toBeVisible();
  await userEvent.click(within(await panel('Attendance')).getByRole('button', { name: 'Calendar of this half-term' }));
  expect(screen.getByRole('grid', { name: /Jane’s attendance/ })).toBeVisible();
  expect(within(await panel('Praise and behaviour')).getByText('Excellent effort')).toBeVisible();
});

it('a home row that could not be read is asked for again', async () => {
  const site = memorySite({
    ...smiths,
    adultHome: adultHome(jane),
    pupilHomes: [],
    rows: [[pupilHomeList, { ...homeRow(jane), Payload: null }]],
  });
  renderDashboard(site);
  const attendance = within(await panel('Attendance'));
  expect(attendance.getByText('Something went wrong on our side')).toBeVisible();
  site.replace(pupilHomeList, [homeRow(jane)]);
  await userEvent.click(attendance.getByRole('button', { name: 'Try again' }));
  expect(await attendance.findByText(/Missed 2 and a half days/)).toBeVisible();
});

it('a fault of ours in one panel takes no other away, and is called a fault', async () => {
  // A day that no calendar has passes the schema and nothing that reads calendars.
  const impossible = { ...jane, news: jane.news.map((entry) => ({ ...entry, date: '2026-99-99' })) };
  renderDashboard(memorySite({ ...smiths, adultHome: adultHome(jane), pupilHomes: [impossible] }));
  const fault = await panel('Praise and behaviour');
  expect(await within(fault).findByText(/This part of the page has a fault of ours/)).toBeVisible();
  expect(fault).toHaveTextContent('panel-behaviour');
  expect(await panel('Attendance')).toHaveTextContent('Missed 2 and a half days');
});

it('one home row that cannot be read takes no other child away', async () => {
  const broken = { ...homeRow(tom), Payload: 'no JSON' };
  renderDashboard(memorySite({ ...smiths, pupilHomes: [jane, chloe], rows: [[pupilHomeList, broken]] }));
  const attendance = await panel('Attendance');
  const cards = within(attendance)
    .getAllByRole('listitem')
    .filter((item) => within(item).queryByRole('heading', { level: 4 }));
  const [ofJane, ofTom, ...others] = cards;
  expect(ofJane).toHaveTextContent('Missed 2 and a half days');
  expect(ofTom).toHaveTextContent('Something went wrong on our side');
  expect(others).toEqual([]);
  expect(within(attendance).getByRole('button', { name: /^Chloë: nothing missed/ })).toBeVisible();
});
