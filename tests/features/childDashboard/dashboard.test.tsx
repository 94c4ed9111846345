import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PupilHome } from '../../../src/domain/people/pupil';
import { memorySite } from '../../kit/memorySite';
import { axeFindings, renderDashboard } from './renderDashboard';
import { adultHome, chloe, jane, janeRecords, smiths, tom } from '../../kit/smithFamily';

const panel = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('region', { name });
const onlyJane = { ...smiths, adultHome: adultHome(jane) };
const resultsPeriod = { id: '2026-27', from: '2026-08-01', to: '2027-07-31' };

describe('attendance', () => {
  it('says today first, then the half-term in days and lessons', async () => {
    renderDashboard(memorySite(onlyJane));
    const attendance = await panel('Attendance');
    expect(attendance).toHaveTextContent('Today, morning: in school. Afternoon: register not taken yet');
    expect(attendance).toHaveTextContent('This half-term: Missed 2 and a half days, 11 lessons: most in Maths (4)');
    expect(within(attendance).getByText('1 and a half days agreed by the school')).toBeVisible();
    expect(within(attendance).getByText('1 day without a reason yet')).toBeVisible();
    expect(within(attendance).getByRole('link', { name: 'office@oakfield.example' })).toHaveAttribute(
      'href',
      'mailto:office@oakfield.example',
    );
  });

  it('says once what holds for the morning and the afternoon', async () => {
    const recentAttendance = [{ date: '2026-11-20', am: { kind: 'present' as const }, pm: { kind: 'present' as const } }];
    renderDashboard(memorySite({ ...onlyJane, pupilHomes: [{ ...jane, recentAttendance }] }));
    const attendance = await panel('Attendance');
    expect(attendance).toHaveTextContent('The school has not sent today’s register yet.');
    expect(attendance).toHaveTextContent('Last school day, Friday 20 November: in school, morning and afternoon');
  });

  it('keeps the details of each of several children a tap away', async () => {
    renderDashboard();
    const attendance = await panel('Attendance');
    await userEvent.click(await within(attendance).findByRole('button', { name: 'See all of Jane’s attendance' }));
    expect(within(attendance).getByText('Lessons missed, by subject')).toBeVisible();
    expect(within(attendance).getByRole('grid', { name: /^Jane’s attendance/ })).toBeVisible();
  });

  it('puts every mark of the calendar into words below it', async () => {
    renderDashboard(memorySite(onlyJane));
    const attendance = await panel('Attendance');
    await userEvent.click(await within(attendance).findByRole('button', { name: 'Calendar of this half-term' }));
    const marks = within(within(attendance).getByRole('list', { name: 'Marks in this calendar' })).getAllByRole('listitem');
    expect(marks.map((mark) => mark.textContent)).toEqual(
      expect.arrayContaining(['In school', 'Absent, agreed by the school', 'Absent, no reason yet']),
    );
  });

  it('says plainly that nothing was missed', async () => {
    renderDashboard(memorySite({ ...smiths, adultHome: adultHome(chloe) }));
    expect(await panel('Attendance')).toHaveTextContent('In school all this half-term');
  });

  it('names a subject only where it was missed more than any other', async () => {
    const even = {
      ...jane.attendance,
      missedLessons: [
        { subject: 'Art', lessons: 1 },
        { subject: 'Maths', lessons: 1 },
      ],
    } as PupilHome['attendance'];
    renderDashboard(memorySite({ ...smiths, adultHome: adultHome(jane), pupilHomes: [{ ...jane, attendance: even }] }));
    expect(await panel('Attendance')).toHaveTextContent('Missed 2 and a half days, 2 lessons1 and a half');
  });

  it('shows no percentage', async () => {
    renderDashboard(memorySite(onlyJane));
    expect(await panel('Attendance')).not.toHaveTextContent('%');
  });

  it('explains each day of the half-term in a calendar that arrow keys walk through', async () => {
    renderDashboard(memorySite(onlyJane));
    const attendance = await panel('Attendance');
    await userEvent.click(await within(attendance).findByRole('button', { name: 'Calendar of this half-term' }));
    const grid = within(attendance).getByRole('grid', { name: 'Jane’s attendance, Autumn term, second half' });
    await userEvent.click(within(grid).getByRole('button', { name: 'Wednesday 18 November. Morning: in school. Afternoon: in school' }));
    await userEvent.keyboard('{ArrowRight}');
    expect(within(grid).getByRole('button', { name: /^Thursday 19 November/ })).toHaveFocus();
    expect(within(attendance).getByRole('status')).toHaveTextContent('We do not have a reason for this yet. Please tell us.');
    expect(within(attendance).getByRole('status')).not.toHaveTextContent('Jane was in school.');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(within(attendance).getByRole('status')).toHaveTextContent('Jane was not in school, and the school agreed to it.');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    expect(within(grid).getByRole('button', { name: /^Monday 2 November/ })).toHaveFocus();
  });
});

describe('praise, results, notices and dates', () => {
  it('leads with praise', async () => {
    renderDashboard(memorySite(onlyJane));
    const lists = within(await panel('Praise and behaviour')).getAllByRole('list');
    expect(lists.map((list) => list.getAttribute('aria-label'))).toEqual(['Good news', 'Also recorded']);
    expect(lists[0]).toHaveTextContent('Excellent effort');
    expect(lists[1]).toHaveTextContent('Homework not handed in');
  });

  it('says what each result means', async () => {
    renderDashboard(memorySite(onlyJane));
    const results = await panel('Results');
    expect(await within(results).findByText('A strong pass, one above a good pass.')).toBeVisible();
    await userEvent.click(within(results).getByRole('button', { name: 'What these words mean' }));
    expect(within(results).getByText('How hard your child works in lessons and at home.')).toBeVisible();
  });

  it('explains a single score by what the school says about such scores', async () => {
    const score = {
      set: 'Maths test, week ending 13 November 2026',
      subject: 'Maths',
      aspect: 'Test score',
      result: '44%',
      date: '2026-11-13',
    };
    const records = {
      ...janeRecords,
      results: { value: { version: 1 as const, period: resultsPeriod, results: [score] }, modified: '2026-11-13T05:10:00.000Z' },
    };
    const glossary = [{ term: 'Test score', meaning: 'Points out of a hundred. About 60 is usual.' }];
    renderDashboard(memorySite({ ...onlyJane, records: [records], glossary }));
    const results = await panel('Results');
    expect(await within(results).findByText('Points out of a hundred. About 60 is usual.')).toBeVisible();
    expect(within(results).getByText('Maths test, week ending 13 November 2026')).toBeVisible();
  });

  it('keeps a report under its own name when something newer came after it', async () => {
    const newer = { set: 'Spelling', subject: 'English', aspect: 'Effort', result: 'Good', date: '2026-11-20' };
    const older = janeRecords.results?.value.results ?? [];
    const records = {
      ...janeRecords,
      results: { value: { version: 1 as const, period: resultsPeriod, results: [newer, ...older] }, modified: '2026-11-20T05:10:00.000Z' },
    };
    renderDashboard(memorySite({ ...onlyJane, records: [records] }));
    const results = await panel('Results');
    await userEvent.click(await within(results).findByRole('button', { name: /^Autumn report 2026/ }));
    expect(within(results).getByText('A strong pass, one above a good pass.')).toBeVisible();
    expect(within(results).getByRole('button', { name: 'Earlier tests and results (1)' })).toBeVisible();
  });

  it('does not hold up praise of last year as news', async () => {
    const news = [{ id: 'old', date: '2026-03-20', polarity: 'positive' as const, type: 'Excellent progress' }];
    renderDashboard(memorySite({ ...onlyJane, pupilHomes: [{ ...jane, news }] }));
    expect(await panel('Praise and behaviour')).not.toHaveTextContent('Excellent progress');
  });

  it("shows notices for everyone and for the child's own year only", async () => {
    renderDashboard(memorySite(onlyJane));
    const headings = await within(await panel('Notices')).findAllByRole('heading', { level: 4 });
    expect(headings.map((heading) => heading.textContent)).toEqual(['Trip to the science museum', 'Winter fair']);
  });

  it('folds away what is more than a handful of notices', async () => {
    const many = Array.from({ length: 7 }, (_, index) => ({
      id: String(index),
      title: `Notice ${index}`,
      body: '',
      audience: 'school' as const,
      from: '2026-11-01',
      until: '2026-12-01',
    }));
    renderDashboard(memorySite({ ...onlyJane, notices: many }));
    const notices = await panel('Notices');
    expect(within(notices).getAllByRole('heading', { level: 4 })).toHaveLength(5);
    await userEvent.click(within(notices).getByRole('button', { name: 'More notices (2)' }));
    expect(within(notices).getAllByRole('heading', { level: 4 })).toHaveLength(7);
  });

  it('says once for the whole family whom a notice concerns', async () => {
    renderDashboard();
    const notices = await panel('Notices');
    expect(await within(notices).findByText(/^For Jane · Year 8/)).toBeVisible();
    expect(within(notices).getAllByRole('heading', { level: 4, name: 'Winter fair' })).toHaveLength(1);
  });

  it('shows dates coming up as people say them', async () => {
    renderDashboard(memorySite(onlyJane));
    const dates = within(await panel('Dates coming up'));
    expect(dates.getByText('Friday 27 November').closest('li')).toHaveTextContent(
      'INSET day: school is closed to pupils while staff train',
    );
    expect(dates.getByText('Saturday 19 December to Sunday 3 January')).toBeVisible();
  });
});

describe('who my children are', () => {
  it("is what the adult's own row says, whatever else the person may read", async () => {
    renderDashboard(memorySite({ ...smiths, adultHome: adultHome(jane), pupilHomes: [jane, tom, chloe] }));
    await panel('Attendance');
    expect(screen.queryByText('Tom')).not.toBeInTheDocument();
  });

  it('asks by key for a child beyond the first rows that a member of staff reads', async () => {
    renderDashboard(memorySite({ ...smiths, adultHome: adultHome(jane), pupilHomes: [tom], furtherHomes: [jane] }));
    expect(await screen.findByText('Jane Smith, Year 8, form 8B')).toBeVisible();
  });

  it('shows only the areas that are shared with this adult', async () => {
    const some = {
      ...adultHome(jane),
      children: [{ pupilKey: jane.pupil.key, forename: 'Jane', areas: ['attendance' as const], hasHome: false }],
    };
    renderDashboard(memorySite({ ...smiths, adultHome: some, pupilHomes: [] }));
    expect(await within(await panel('Attendance')).findByText(/Missed 2 and a half days/)).toBeVisible();
    expect(within(await panel('Results')).getByText('The school does not share this with you.')).toBeVisible();
    expect(await panel('Results')).toHaveAttribute('aria-busy', 'false');
    expect(within(await panel('Attendance')).getByText('Last changed today 09:30')).toBeVisible();
  });
});

it('has nothing that axe finds wrong, for all children and for one with everything open', async () => {
  const { container } = renderDashboard();
  await panel('Attendance');
  expect(await axeFindings(container)).toEqual([]);
  await userEvent.click(screen.getByRole('radio', { name: 'Jane, shown in blue' }));
  await screen.findByRole('button', { name: 'Calendar of this half-term' });
  for (const button of screen.getAllByRole('button', { expanded: false })) await userEvent.click(button);
  expect(await axeFindings(container)).toEqual([]);
});
