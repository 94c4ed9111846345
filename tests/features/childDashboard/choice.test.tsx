import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { memorySite } from '../../kit/memorySite';
import { adultHome, jane, smiths } from '../../kit/smithFamily';
import { renderDashboard } from './renderDashboard';

const panel = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('region', { name });
const onlyJane = { ...smiths, adultHome: adultHome(jane) };

describe('the choice of child', () => {
  it("names each child with a colour and shows one child's facts under that child's name", async () => {
    renderDashboard();
    await userEvent.click(await screen.findByRole('radio', { name: 'Tom, shown in green' }));
    expect(screen.getByText('Tom Smith, Year 10, form 10C')).toBeVisible();
    expect(screen.getAllByRole('status')[0]).toHaveTextContent('Showing Tom');
    expect(await panel('Tomorrow, Tuesday 24 November')).toHaveTextContent('Art');
    expect(screen.queryByText('Jane')).not.toBeNull();
    expect(within(await panel('Attendance')).queryByText('Jane')).not.toBeInTheDocument();
  });

  it('works by arrow keys', async () => {
    renderDashboard();
    const all = await screen.findByRole('radio', { name: 'All children' });
    all.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('radio', { name: 'Jane, shown in blue' })).toBeChecked();
  });

  it('is shared by every web part of the page', async () => {
    const site = memorySite(smiths);
    renderDashboard(site);
    await userEvent.click(await screen.findByRole('radio', { name: 'Tom, shown in green' }));
    const other = renderDashboard(site);
    expect(await within(other.container).findByRole('radio', { name: 'Tom, shown in green' })).toBeChecked();
  });

  it('is not offered where there is one child', async () => {
    renderDashboard(memorySite(onlyJane));
    await panel('Attendance');
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
  });
});
