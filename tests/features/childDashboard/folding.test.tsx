import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DataError } from '../../../src/data/errors';
import type { AdultHome } from '../../../src/domain/people/adult';
import { pupilRecordsList } from '../../../src/lists/pupilRecords';
import { memorySite } from '../../kit/memorySite';
import { adultHome, chloe, jane, janeRecords, smiths, tom } from '../../kit/smithFamily';
import { axeFindings, renderDashboard } from './renderDashboard';

const panel = (name: string): Promise<HTMLElement> => screen.findByRole('region', { name });

/** The names that stand on cards of their own. */
function named(region: HTMLElement): string[] {
  return within(region)
    .queryAllByRole('heading', { level: 4 })
    .map((heading) => heading.textContent ?? '')
    .map((text) => text.replace(/^[A-Z]{2}/, ''));
}

describe('among several children', () => {
  it('those of whom nothing was missed are one line, which opens to all there is of them', async () => {
    renderDashboard();
    const attendance = await panel('Attendance');
    expect(named(attendance)).toEqual(['Jane']);
    await userEvent.click(within(attendance).getByRole('button', { name: 'Tom and Chloë: nothing missed this half-term' }));
    expect(named(attendance)).toEqual(['Jane', 'Tom', 'Chloë']);
    expect(within(attendance).getAllByText('In school all this half-term')).toHaveLength(2);
    expect(within(attendance).getAllByText('Today, morning: in school. Afternoon: register not taken yet')).toHaveLength(2);
  });

  it('a child who was late is spoken of by name', async () => {
    const late = { ...tom, attendance: { ...tom.attendance, late: 1 } as typeof tom.attendance };
    renderDashboard(memorySite({ ...smiths, pupilHomes: [jane, late, chloe] }));
    const attendance = await panel('Attendance');
    expect(named(attendance)).toEqual(['Jane', 'Tom']);
    // Jane was late once, too.
    expect(within(attendance).getAllByText('Late once, before the register closed')).toHaveLength(2);
    expect(within(attendance).getByRole('button', { name: 'Chloë: nothing missed this half-term' })).toBeVisible();
  });

  it('a child who is absent today is spoken of by name, and the day is said', async () => {
    const absent = {
      ...tom,
      recentAttendance: [{ date: '2026-11-23', am: { kind: 'unexplained' as const }, pm: { kind: 'unexplained' as const } }],
    };
    renderDashboard(memorySite({ ...smiths, pupilHomes: [jane, absent, chloe] }));
    const attendance = await panel('Attendance');
    expect(named(attendance)).toEqual(['Jane', 'Tom']);
    expect(within(attendance).getByText('Today: absent, no reason yet, morning and afternoon')).toBeVisible();
  });

  it('the week of each is a row, in shapes and in words', async () => {
    renderDashboard();
    const week = within(await panel('Attendance')).getByRole('table', { name: 'Marks in the week from Monday 23 November' });
    const rows = within(week).getAllByRole('row');
    expect(rows).toHaveLength(4);
    expect(within(week).getByRole('columnheader', { name: /Monday 23 November/ })).toBeInTheDocument();
    expect(within(week).getAllByRole('cell', { name: 'Morning: in school. Afternoon: register not taken yet' })).toHaveLength(3);
    expect(within(week).getAllByRole('cell', { name: 'No marks' })).toHaveLength(12);
  });

  it('those who bring nothing special to lessons as usual are one line, which opens to the lessons', async () => {
    renderDashboard();
    const today = await panel('Tomorrow, Tuesday 24 November');
    await waitFor(() => expect(named(today)).toEqual(['Jane', 'Chloë']));
    await userEvent.click(within(today).getByRole('button', { name: 'Tom: lessons as usual, nothing special to bring' }));
    expect(within(today).getByText('Art')).toBeVisible();
    expect(within(today).getByText('Nothing special to bring')).toBeVisible();
  });

  it('the newest praise of each is a line, and the rest a tap away', async () => {
    renderDashboard();
    const behaviour = await panel('Praise and behaviour');
    expect(named(behaviour)).toEqual(['Jane', 'Chloë']);
    expect(within(behaviour).getAllByRole('list', { name: 'Good news' })[0]).toHaveTextContent(/^Excellent effort Maths, Fri,? 20 Nov$/);
    expect(within(behaviour).queryByText('Helped a new pupil')).not.toBeInTheDocument();
    await userEvent.click(within(behaviour).getByRole('button', { name: 'See all that is recorded for Jane' }));
    expect(within(behaviour).getByText('Helped a new pupil')).toBeVisible();
    await userEvent.click(await within(behaviour).findByRole('button', { name: 'Everything from Autumn term (4)' }));
    expect(within(behaviour).getByText('Reading challenge')).toBeVisible();
    await userEvent.click(within(behaviour).getByRole('button', { name: 'Tom: nothing new recorded' }));
    expect(within(behaviour).getByText(/^Nothing is recorded for Tom/)).toBeVisible();
  });

  it('the latest results are read without opening anything', async () => {
    renderDashboard();
    const results = await panel('Results');
    expect(await within(results).findByText('English · Working at grade: 5')).toBeVisible();
    expect(within(results).getByText('Maths · Working at grade: 6')).toBeVisible();
    expect(within(results).queryByText(/Effort/)).not.toBeInTheDocument();
    await userEvent.click(within(results).getByRole('button', { name: 'See all of Jane’s results' }));
    expect(within(results).getByText('A strong pass, one above a good pass.')).toBeVisible();
    await userEvent.click(within(results).getByRole('button', { name: 'Tom and Chloë: no results yet this school year' }));
    expect(within(results).getByText(/releases Tom’s next report/)).toBeVisible();
  });

  it('a single result is said with what it means in short', async () => {
    const score = { set: 'Maths test', subject: 'Maths', aspect: 'Test score', result: '44%', date: '2026-11-13' };
    const results = janeRecords.results && { ...janeRecords.results, value: { ...janeRecords.results.value, results: [score] } };
    const glossary = [{ term: 'Test score', meaning: 'Points out of a hundred. About 60 is usual.' }];
    renderDashboard(memorySite({ ...smiths, records: [{ ...janeRecords, results }], glossary }));
    const region = await panel('Results');
    expect(await within(region).findByText('Maths · Test score: 44%')).toBeVisible();
    expect(within(region).getByText('Points out of a hundred.')).toBeVisible();
  });

  it('what takes long to read of a notice is behind its title, and short ones are open', async () => {
    renderDashboard();
    const notices = await panel('Notices');
    expect(await within(notices).findByText('Please return the form by Friday.')).toBeVisible();
    expect(within(notices).getByText(/^For everyone · until Sat,? 5 Dec$/)).toBeVisible();
    expect(within(notices).queryByText(/in the main hall/)).not.toBeInTheDocument();
    await userEvent.click(within(notices).getByRole('button', { name: 'Winter fair' }));
    expect(within(notices).getByText(/in the main hall/)).toBeVisible();
    expect(within(notices).getByText('For everyone · Shown until Saturday 5 December')).toBeVisible();
  });

  it('the next three dates are shown, and the others are a tap away', async () => {
    renderDashboard();
    const dates = await panel('Dates coming up');
    expect(within(dates).getAllByRole('listitem')).toHaveLength(3);
    await userEvent.click(within(dates).getByRole('button', { name: /^More dates \(\d\)$/ }));
    expect(within(dates).getByText('Saturday 13 February to Sunday 21 February')).toBeVisible();
  });

  it('there is nothing that axe finds wrong, with everything open', async () => {
    const { container } = renderDashboard();
    await within(await panel('Results')).findByText('Maths · Working at grade: 6');
    for (const button of screen.getAllByRole('button', { expanded: false })) await userEvent.click(button);
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('a child is never folded away', () => {
  it('while the area is being read', async () => {
    const site = memorySite(smiths);
    const release = site.hold(pupilRecordsList);
    renderDashboard(site);
    expect(named(await panel('Results'))).toEqual(['Jane', 'Tom', 'Chloë']);
    release();
    await screen.findByRole('button', { name: 'Tom and Chloë: no results yet this school year' });
  });

  it('where the area could not be read', async () => {
    const site = memorySite(smiths);
    site.refuse(pupilRecordsList, new DataError('broken', 'http-500'));
    renderDashboard(site);
    const results = await panel('Results');
    expect(await within(results).findAllByText('Something went wrong on our side')).toHaveLength(3);
    expect(named(results)).toEqual(['Jane', 'Tom', 'Chloë']);
    expect(named(await panel('Attendance'))).toEqual(['Jane', 'Tom', 'Chloë']);
  });

  it('where the school does not share the area', async () => {
    const all = adultHome(jane, tom, chloe);
    const children = all.children.map((child) => (child.forename === 'Tom' ? { ...child, areas: ['timetable' as const] } : child));
    const partly: AdultHome = { ...all, children };
    renderDashboard(memorySite({ ...smiths, adultHome: partly }));
    const attendance = await panel('Attendance');
    expect(named(attendance)).toEqual(['Jane', 'Tom']);
    expect(within(attendance).getByText('The school does not share this with you.')).toBeVisible();
    expect(within(attendance).queryByRole('rowheader', { name: /Tom/ })).not.toBeInTheDocument();
  });

  it('where the school has not renewed what it said of the child', async () => {
    const stale = { ...tom, stale: { since: '2026-11-20T17:00:00.000Z' } };
    renderDashboard(memorySite({ ...smiths, pupilHomes: [jane, stale, chloe] }));
    expect(named(await panel('Attendance'))).toEqual(['Jane', 'Tom']);
  });

  it('where the whole school has not sent the area for days', async () => {
    renderDashboard(undefined, { clock: () => new Date('2026-11-26T10:00:00Z') });
    const attendance = await panel('Attendance');
    expect(await within(attendance).findByText(/This may be out of date/)).toBeVisible();
    expect(named(attendance)).toEqual(['Jane', 'Tom', 'Chloë']);
  });
});

it('the lessons of every child can be reached, also of one whose ordinary day was not renewed', async () => {
  const stale = { ...tom, stale: { since: '2026-11-20T17:00:00.000Z' } };
  renderDashboard(memorySite({ ...smiths, kitRules: [], pupilHomes: [jane, stale, chloe] }));
  const day = await panel('Tomorrow, Tuesday 24 November');
  await userEvent.click(await within(day).findByRole('button', { name: 'See all lessons' }));
  expect(within(day).getByText('Art')).toBeVisible();
});
