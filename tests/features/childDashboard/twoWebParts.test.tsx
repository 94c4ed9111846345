import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { App } from '../../../src/app/App';
import { connectionOf } from '../../../src/data/sharepoint/connection';
import { ChildDashboard } from '../../../src/features/childDashboard/ChildDashboard';
import { FamilyGate } from '../../../src/family/FamilyGate';
import { encode } from '../../../src/lists/payload';
import { pupilHomeList, pupilHomeSchema } from '../../../src/lists/pupilHome';
import { people } from '../../kit/localSite';
import { adultHome, chloe, jane, tom } from '../../kit/smithFamily';
import { aSchool, type School } from '../../kit/webPartSchool';

let school: School;

beforeAll(async () => {
  school = await aSchool();
  const ann = await school.addAdult(people.ann, 'annskey001', adultHome(jane, tom, chloe));
  for (const home of [jane, tom, chloe])
    await school.addPupilRow(pupilHomeList, home.pupil.key, [ann], { PupilKey: home.pupil.key, Payload: encode(pupilHomeSchema, home) });
});

afterAll(() => school.close());

const host = { locale: 'en-gb', isEditing: false, helpContact: '', onOpenPropertyPane: () => undefined };

/** A second web part of parents, another than the dashboard. */
function NamesOfChildren(): React.ReactElement {
  return (
    <section aria-label="Names">
      <FamilyGate>{({ shown }) => <p>{shown.map(({ name }) => name).join(', ')}</p>}</FamilyGate>
    </section>
  );
}

it('two web parts on one page share one request, one connection and one chosen child', async () => {
  const session = await school.sessionFor(people.ann);
  expect(connectionOf({ ...session })).toBe(connectionOf(session));
  render(<ChildDashboard host={host} session={session} title="" areas={['dates']} onTitleChange={() => undefined} />);
  render(
    <App host={host} session={{ ...session }}>
      <NamesOfChildren />
    </App>,
  );
  const names = within(screen.getByRole('region', { name: 'Names' }));
  expect(await names.findByText('Jane, Tom, Chloë')).toBeVisible();
  expect(await screen.findByRole('region', { name: 'Dates coming up' })).toBeVisible();
  expect(school.requests()).toEqual(['POST /sites/school/_api/$batch']);
  const [tomsChoice] = screen.getAllByRole('radio', { name: 'Tom, shown in green' });
  if (!tomsChoice) throw new Error('The chooser is there');
  await act(async () => userEvent.click(tomsChoice));
  expect(await names.findByText('Tom', { selector: 'p' })).toBeVisible();
  expect(screen.getAllByRole('radio', { name: 'Tom, shown in green', checked: true })).toHaveLength(2);
});
