import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PupilHome } from '../../../src/domain/people/pupil';
import { kitRulesList } from '../../../src/lists/kitRules';
import { memorySite } from '../../kit/memorySite';
import { renderDashboard } from './renderDashboard';
import { adultHome, jane, mondayMorning, smiths } from '../../kit/smithFamily';

const panel = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('region', { name });
const onlyJane = { ...smiths, adultHome: adultHome(jane) };

describe('what the next school day needs', () => {
  it('shows tomorrow once the last lesson of today is over, with what to bring first', async () => {
    renderDashboard(memorySite(onlyJane));
    const today = await panel('Tomorrow, Tuesday 24 November');
    expect(await within(today).findByText('PE kit, trainers, ingredients for soup, a container with a lid')).toBeVisible();
    const lessons = within(today).getAllByRole('listitem');
    expect(lessons[0]).toHaveTextContent('08:50 to 09:50Science Room: S1 · Teacher: Dr Patel');
    expect(lessons[2]).toHaveTextContent('Taken by another teacher');
    expect(lessons[4]).toHaveTextContent('Cancelled');
  });

  it('says between school days when the next one is, where its lessons are not known yet', async () => {
    renderDashboard(memorySite(onlyJane), { clock: () => new Date('2026-12-24T10:00:00Z') });
    expect(await screen.findByText(/^The next school day is Monday 4 January\. Jane’s lessons appear here/)).toBeVisible();
  });

  it('shows today while lessons last', async () => {
    renderDashboard(memorySite(onlyJane), { clock: mondayMorning });
    expect(await panel('Today, Monday 23 November')).toHaveTextContent('Maths');
  });

  it('is brief for several children and shows the lessons on demand', async () => {
    renderDashboard();
    const today = await panel('Tomorrow, Tuesday 24 November');
    expect(within(today).getAllByText('History at 11:10: taken by another teacher')).toHaveLength(2);
    expect(within(today).queryByRole('list', { name: 'Lessons' })).not.toBeInTheDocument();
    await userEvent.click(within(today).getByRole('button', { name: 'See all lessons' }));
    expect(within(today).getAllByText('5 lessons, 08:50 to 15:00')).toHaveLength(2);
    expect(within(today).getAllByRole('list', { name: 'Lessons' })).toHaveLength(2);
  });

  it('does not claim that there is nothing to bring when the kit rules cannot be read', async () => {
    const site = memorySite(onlyJane);
    const { DataError } = await import('../../../src/data/errors');
    site.refuse(kitRulesList, new DataError('broken', 'http-500'));
    renderDashboard(site);
    const today = await panel('Tomorrow, Tuesday 24 November');
    expect(await within(today).findByText('We could not check what to bring.')).toBeVisible();
    expect(within(today).queryByText('Nothing special to bring')).not.toBeInTheDocument();
  });
});

describe('a school day whose lessons are not known yet', () => {
  it('says so and does not claim that there is nothing to bring', async () => {
    const home: PupilHome = { ...jane, timetable: [{ date: '2026-11-24', lessons: [] }] };
    renderDashboard(memorySite({ ...onlyJane, pupilHomes: [home] }));
    const today = await panel('Tomorrow, Tuesday 24 November');
    expect(within(today).getByText('The school’s timetable has no lessons for this day yet.')).toBeVisible();
    expect(within(today).queryByText('Nothing special to bring')).not.toBeInTheDocument();
  });
});
