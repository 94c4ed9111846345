import { screen, waitFor, within } from '@testing-library/react';
import { fetchWords } from '../../../src/loc/languages';
import { pseudoLanguage, pseudoTag } from '../../kit/pseudoLanguage';
import { axeFindings, renderDashboard } from './renderDashboard';

describe('a page in another language', () => {
  it('says everything in it, in its direction', async () => {
    await fetchWords('ar-SA', { ar: async () => pseudoLanguage() });
    const { container } = renderDashboard(undefined, { locale: 'ar-SA' });
    const attendance = await screen.findByRole('region', { name: '⟦Attendance⟧' });
    expect(await within(attendance).findAllByText(/^⟦Missed 2 and a half days/)).not.toHaveLength(0);
    expect(attendance.closest('[lang]')).toHaveAttribute('lang', pseudoTag);
    expect(attendance.closest('[dir]')).toHaveAttribute('dir', 'rtl');
    await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());
    expect(englishIn(container)).toEqual([]);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('is in English, and says so to screen readers, where the words do not arrive', async () => {
    await fetchWords('ar-EG', { ar: () => Promise.reject(new TypeError('Loading chunk failed')) });
    renderDashboard(undefined, { locale: 'ar-EG' });
    const attendance = await screen.findByRole('region', { name: 'Attendance' });
    expect(attendance.closest('[lang]')).toHaveAttribute('lang', 'en-GB');
    expect(attendance.closest('[dir]')).toHaveAttribute('dir', 'ltr');
  });
});

/** Our own words that came from no catalogue. Words of the school (subjects, names, notices) are not looked at. */
function englishIn(container: Element): readonly string[] {
  const ours = /\b(today|morning|afternoon|lessons?|days?|school|missed|late|absent|calendar|results|notices|dates|order|term)\b/i;
  const texts = [...container.querySelectorAll('h3, button, legend, [aria-label]')].map(
    (element) => element.getAttribute('aria-label') ?? element.textContent ?? '',
  );
  return texts.filter((text) => ours.test(text) && !text.includes('⟦'));
}
