import * as React from 'react';
import { act, render, screen } from '@testing-library/react';
import { lazyView } from '../../src/webparts/hosting/lazyView';

function Greeting({ name }: { readonly name: string }): React.ReactElement {
  return <p>Hello {name}</p>;
}

it('A view is shown once its code and its words have arrived, which travel side by side', async () => {
  const asked: string[] = [];
  let wordsArrive = (): void => undefined;
  const { view: View } = lazyView(
    async () => {
      asked.push('code');
      return Greeting;
    },
    () => {
      asked.push('words');
      return new Promise<void>((resolve) => (wordsArrive = resolve));
    },
  );
  render(
    <React.Suspense fallback={<p>Waiting</p>}>
      <View name="Jane" />
    </React.Suspense>,
  );
  expect(asked).toEqual(['code', 'words']);
  await act(async () => undefined);
  expect(screen.getByText('Waiting')).toBeVisible();
  await act(async () => wordsArrive());
  expect(await screen.findByText('Hello Jane')).toBeVisible();
});
