import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import * as React from 'react';
import { createQueryClient } from '../../../src/data/queryClient';
import { Dashboard } from '../../../src/features/childDashboard/Dashboard';
import { encode } from '../../../src/lists/payload';
import { pupilHomeList, pupilHomeSchema } from '../../../src/lists/pupilHome';
import { freshnessList } from '../../../src/lists/freshness';
import { aSchool, type School } from '../../kit/webPartSchool';
import { people } from '../../kit/localSite';
import { adultHome, chloe, freshness, jane, mondayAfternoon, tom } from './smithFamily';

let school: School;

beforeAll(async () => {
  school = await aSchool();
  const ann = await school.addAdult(people.ann, 'annskey001', adultHome(jane, tom, chloe));
  for (const [area, updatedAt] of Object.entries(freshness))
    await school.addRow(freshnessList, { Title: area, Area: area, UpdatedAt: updatedAt });
  for (const home of [jane, tom, chloe]) {
    await school.addPupilRow(pupilHomeList, home.pupil.key, [ann], { PupilKey: home.pupil.key, Payload: encode(pupilHomeSchema, home) });
  }
});

afterAll(() => school.close());

it('shows three children after one request, and everything else after one more, with two web parts on the page', async () => {
  const store = await school.storeOf(people.ann);
  const dashboard = (
    <Dashboard
      store={store}
      clock={mondayAfternoon}
      title="My children"
      areas={['today', 'attendance', 'results']}
      helpContact=""
      isEditing={false}
      locale="en-gb"
      onOpenPropertyPane={() => undefined}
      onTitleChange={() => undefined}
    />
  );
  let requestsBeforeContent: readonly string[] | undefined;
  const watcher = new MutationObserver(() => {
    if (requestsBeforeContent === undefined && screen.queryAllByText('In school all this half-term').length > 0)
      requestsBeforeContent = school.requests();
  });
  watcher.observe(document.body, { childList: true, subtree: true });
  const client = createQueryClient();
  render(<QueryClientProvider client={client}>{dashboard}</QueryClientProvider>);
  render(<QueryClientProvider client={client}>{dashboard}</QueryClientProvider>);
  await waitFor(() => expect(screen.getAllByText('In school all this half-term')).toHaveLength(4));
  await waitFor(() => expect(screen.getAllByText(/They appear here on the day the school releases/)).toHaveLength(6));
  watcher.disconnect();
  expect(screen.getAllByText('From the register, today 09:30')).toHaveLength(2);
  expect(requestsBeforeContent).toEqual(['POST /sites/school/_api/$batch']);
  expect(school.requests()).toEqual(['POST /sites/school/_api/$batch']);
});
