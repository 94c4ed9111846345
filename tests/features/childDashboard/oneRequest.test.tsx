import { render, screen, waitFor } from '@testing-library/react';
import * as React from 'react';
import { createQueryClient } from '../../../src/data/queryClient';
import { AppOver } from '../../../src/app/App';
import { Dashboard } from '../../../src/features/childDashboard/Dashboard';
import { encode } from '../../../src/lists/payload';
import { pupilHomeList, pupilHomeSchema } from '../../../src/lists/pupilHome';
import { freshnessList } from '../../../src/lists/freshness';
import { aSchool, type School } from '../../kit/webPartSchool';
import { people } from '../../kit/localSite';
import { adultHome, chloe, freshness, jane, mondayAfternoon, tom } from '../../kit/smithFamily';

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

const host = { locale: 'en-gb', isEditing: false, helpContact: '', onOpenPropertyPane: () => undefined };

it('shows three children after one request, and everything else after one more, with two web parts on the page', async () => {
  const connection = await school.connectionFor(people.ann);
  const client = createQueryClient();
  const webPart = (
    <AppOver host={host} connection={connection} client={client} clock={mondayAfternoon}>
      <Dashboard title="My children" areas={['today', 'attendance', 'results']} onTitleChange={() => undefined} />
    </AppOver>
  );
  let requestsBeforeContent: readonly string[] | undefined;
  const watcher = new MutationObserver(() => {
    if (requestsBeforeContent === undefined && screen.queryAllByText('In school all this half-term').length > 0)
      requestsBeforeContent = school.requests();
  });
  watcher.observe(document.body, { childList: true, subtree: true });
  render(webPart);
  render(webPart);
  await waitFor(() => expect(screen.getAllByText('In school all this half-term')).toHaveLength(4));
  await waitFor(() => expect(screen.getAllByRole('button', { name: /no results yet this school year/ })).toHaveLength(2));
  watcher.disconnect();
  expect(screen.getAllByText('From the register, today 09:30')).toHaveLength(2);
  expect(requestsBeforeContent).toEqual(['POST /sites/school/_api/$batch']);
  expect(school.requests()).toEqual(['POST /sites/school/_api/$batch']);
});
