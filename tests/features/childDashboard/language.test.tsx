import { screen, waitFor, within } from '@testing-library/react';
import { pseudoLanguage, pseudoTag } from '../../loc/pseudoLanguage';
import { memoryStore } from './memoryStore';
import { renderDashboard } from './renderDashboard';
import { smiths } from './smithFamily';

describe('a page in another language', () => {
  it('shows no English while the words are on their way, then says everything in the language, in its direction', async () => {
    let arrive = (): void => undefined;
    const languages = { ar: () => new Promise<ReturnType<typeof pseudoLanguage>>((resolve) => (arrive = () => resolve(pseudoLanguage()))) };
    const { container } = renderDashboard(memoryStore(smiths), { locale: 'ar-SA', languages });
    await waitFor(() => expect(screen.getByRole('heading', { name: 'My children' })).toBeVisible());
    expect(container).toHaveTextContent(/^My children$/);
    arrive();
    const attendance = await screen.findByRole('region', { name: '⟦Attendance⟧' });
    expect(await within(attendance).findAllByText(/^⟦Missed 2 and a half days/)).not.toHaveLength(0);
    expect(attendance.closest('[lang]')).toHaveAttribute('lang', pseudoTag);
    expect(attendance.closest('[dir]')).toHaveAttribute('dir', 'rtl');
  });

  it('is in English, and says so to screen readers, where the words do not arrive', async () => {
    const languages = { ar: () => Promise.reject(new TypeError('Loading chunk failed')) };
    renderDashboard(memoryStore(smiths), { locale: 'ar-SA', languages });
    const attendance = await screen.findByRole('region', { name: 'Attendance' });
    expect(attendance.closest('[lang]')).toHaveAttribute('lang', 'en-GB');
    expect(attendance.closest('[dir]')).toHaveAttribute('dir', 'ltr');
  });
});
