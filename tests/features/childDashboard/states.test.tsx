import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DataError, type DataErrorKind } from '../../../src/data/errors';
import { adultHomeList } from '../../../src/lists/adultHome';
import { freshnessList } from '../../../src/lists/freshness';
import { pupilRecordsList } from '../../../src/lists/pupilRecords';
import { schoolDaysList } from '../../../src/lists/schoolDays';
import { memorySite, type MemorySite } from '../../kit/memorySite';
import { axeFindings, renderDashboard } from './renderDashboard';
import { schoolDays } from '../../kit/schoolDays';
import { adultHome, chloe, home, jane, smiths, tom } from '../../kit/smithFamily';

function refusing(kind: DataErrorKind, code: string): MemorySite {
  const site = memorySite(smiths);
  // Longer than a parent would bear: not tried again by itself.
  site.refuse(adultHomeList, new DataError(kind, code, 60_000));
  return site;
}

it('is busy, and says so, while the first answer is on its way', async () => {
  const site = memorySite(smiths);
  const release = site.hold(adultHomeList);
  const { container } = renderDashboard(site);
  expect(screen.getByRole('status')).toHaveTextContent('Getting your page ready');
  expect(container.querySelector('[aria-busy="true"]')).not.toBeNull();
  expect(await axeFindings(container)).toEqual([]);
  await act(async () => release());
  expect(await screen.findByRole('region', { name: 'Attendance' })).toBeVisible();
});

describe('no child linked to the account', () => {
  it('says so and whom to ask', async () => {
    const { container } = renderDashboard(memorySite({ schoolDays: schoolDays() }), { helpContact: '01632 960123' });
    expect(await screen.findByText('No child is linked to your account yet')).toBeVisible();
    expect(screen.getByRole('link', { name: '01632 960123' })).toHaveAttribute('href', 'tel:01632960123');
    expect(await axeFindings(container)).toEqual([]);
  });

  it("shows the page's editor an example child, clearly marked, and the school's own notices beside it", async () => {
    const { adultHome: _none, pupilHomes: _homes, records: _records, ...site } = smiths;
    const { container } = renderDashboard(memorySite(site), { isEditing: true });
    expect(await screen.findByRole('note')).toHaveTextContent('This is an example child. Parents and carers see their own children here');
    expect(await screen.findByText('Alex Example, Year 8')).toBeVisible();
    expect(screen.getByRole('region', { name: 'Tomorrow, Tuesday 24 November' })).toHaveTextContent('09:00 to 10:00Maths');
    expect(screen.getByRole('region', { name: 'Attendance' })).toHaveTextContent('Missed half a day');
    expect(await screen.findByText(/Working at grade: 5/)).toBeVisible();
    expect(screen.getByRole('region', { name: 'Notices' })).toHaveTextContent('Winter fair');
    expect(await axeFindings(container)).toEqual([]);
  });

  it("shows the page's visitor no example child", async () => {
    renderDashboard(memorySite({ schoolDays: schoolDays() }));
    await screen.findByText('No child is linked to your account yet');
    expect(screen.queryByRole('note')).not.toBeInTheDocument();
  });
});

describe('not set up', () => {
  function withoutLists(): MemorySite {
    const site = memorySite({});
    site.refuse(schoolDaysList, new DataError('notSetUp', 'http-404'));
    return site;
  }

  it('tells a visitor in plain words', async () => {
    const { container } = renderDashboard(withoutLists());
    expect(await screen.findByText('The school is still setting it up. Please come back later.')).toBeVisible();
    expect(screen.queryByText(/provision/)).not.toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });

  it("tells the page's editor what is missing and opens the settings", async () => {
    let opened = 0;
    renderDashboard(withoutLists(), {
      isEditing: true,
      onOpenPropertyPane: () => {
        opened += 1;
      },
    });
    expect(await screen.findByText(/npm run schoolgate -- provision/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Open this web part’s settings' }));
    expect(opened).toBe(1);
  });
});

describe('when the site cannot answer', () => {
  const headings: readonly [DataErrorKind, string][] = [
    ['noAccess', 'You cannot see this page'],
    ['offline', 'You seem to be offline'],
    ['busy', 'The school’s site is busy'],
    ['broken', 'Something went wrong on our side'],
  ];

  it.each(headings)('says what to do when the answer is %s', async (kind, heading) => {
    const { container } = renderDashboard(refusing(kind, 'http-500'));
    expect(await screen.findByText(heading)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('gives a short code only where something is broken', async () => {
    renderDashboard(refusing('broken', 'payload-adult'));
    expect(await screen.findByText('If you ask for help, please give this code: payload-adult')).toBeVisible();
  });

  it('shows the page once trying again succeeds', async () => {
    const site = refusing('offline', 'network');
    renderDashboard(site);
    await screen.findByText('You seem to be offline');
    site.refuse(adultHomeList, undefined);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('region', { name: 'Attendance' })).toBeVisible();
  });

  it('keeps showing what is there when one area cannot be had', async () => {
    const site = memorySite({ ...smiths, adultHome: adultHome(jane) });
    site.refuse(pupilRecordsList, new DataError('offline', 'network'));
    renderDashboard(site);
    const results = within(await screen.findByRole('region', { name: 'Results' }));
    expect(await results.findByRole('alert')).toHaveTextContent('You seem to be offline');
    expect(screen.getByRole('region', { name: 'Attendance' })).toHaveTextContent('Missed 2 and a half days');
    site.refuse(pupilRecordsList, undefined);
    await userEvent.click(results.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('A strong pass, one above a good pass.')).toBeVisible();
  });
});

describe('nothing yet', () => {
  it('says in each area what will appear there, and when', async () => {
    const bare = home({ key: 'newpupil1', forename: 'Noor' }, { timetable: [], attendance: undefined, recentAttendance: [], news: [] });
    const { container } = renderDashboard(memorySite({ adultHome: adultHome(bare), pupilHomes: [bare] }));
    expect(await screen.findByText(/They appear here as soon as the school sends its timetable/)).toBeVisible();
    expect(screen.getByText(/Once the school has taken Noor’s first register/)).toBeVisible();
    expect(screen.getByText(/That is quite normal/)).toBeVisible();
    expect(await screen.findByText(/on the day the school releases Noor’s next report/)).toBeVisible();
    expect(screen.getByText(/What the school tells families appears here/)).toBeVisible();
    expect(screen.getByText(/once the school has entered its calendar/)).toBeVisible();
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('freshness', () => {
  it('is said on every panel', async () => {
    renderDashboard();
    expect(await screen.findByText('From the register, today 09:30')).toBeVisible();
    expect(screen.getByText('From the timetable, today 05:10')).toBeVisible();
    await waitFor(() => expect(screen.getAllByText('From the school’s records, today 05:10')).toHaveLength(2));
    expect(screen.getAllByText(/^Checked /)).toHaveLength(2);
  });

  it('becomes a warning when the school has not sent anything for three school days', async () => {
    renderDashboard(undefined, { clock: () => new Date('2026-11-26T10:00:00Z') });
    expect(await screen.findAllByText(/This may be out of date: the school last sent it Monday 23 November/)).toHaveLength(4);
  });

  const staleTom = { ...tom, stale: { since: '2026-11-20T17:00:00.000Z' } };

  it('is, for a child whose facts the school did not renew, when it last did', async () => {
    renderDashboard(memorySite({ ...smiths, adultHome: adultHome(tom), pupilHomes: [staleTom] }));
    expect(await screen.findByText('From the register, Friday 20 November, 17:00')).toBeVisible();
    expect(screen.queryByText(/today 09:30/)).not.toBeInTheDocument();
  });

  it('is that of the least fresh among several children', async () => {
    renderDashboard(memorySite({ ...smiths, pupilHomes: [jane, staleTom, chloe] }));
    expect(await screen.findByText('From the register, Friday 20 November, 17:00')).toBeVisible();
  });

  it("is not said to be the school's for a child of whom nobody knows when it was renewed", async () => {
    renderDashboard(memorySite({ ...smiths, adultHome: adultHome(jane), pupilHomes: [{ ...jane, stale: { since: undefined } }] }));
    expect(await screen.findByText('The school has not said how recent this is')).toBeVisible();
    expect(await screen.findByText('Last changed today 09:30')).toBeVisible();
  });

  it('is not said before it is known, and takes nothing away where it cannot be had', async () => {
    const site = memorySite({ ...smiths, records: [] });
    const release = site.hold(freshnessList);
    renderDashboard(site);
    expect(await screen.findByRole('region', { name: 'Attendance' })).toHaveTextContent('Missed 2 and a half days');
    expect(screen.queryByText('The school has not said how recent this is')).not.toBeInTheDocument();
    site.refuse(freshnessList, new DataError('broken', 'http-500'));
    await act(async () => release());
    expect(await screen.findAllByText('The school has not said how recent this is')).toHaveLength(4);
  });
});

describe('the title', () => {
  it("is a heading for visitors and can be changed in place by the page's editor", async () => {
    const titles: string[] = [];
    const { unmount } = renderDashboard();
    expect(screen.getByRole('heading', { level: 2, name: 'My children' })).toBeVisible();
    unmount();
    renderDashboard(undefined, { isEditing: true, onTitleChange: (title) => titles.push(title) });
    await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), '!');
    expect(titles).toEqual(['My children!']);
  });
});

it('leaves out areas that it does not know', async () => {
  renderDashboard(undefined, { areas: ['dates', 'horoscope'] });
  expect(await screen.findByRole('region', { name: 'Dates coming up' })).toBeVisible();
  expect(screen.getAllByRole('region')).toHaveLength(1);
});
