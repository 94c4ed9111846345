import axe from 'axe-core';
import * as React from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import { createQueryClient } from '../../../src/data/queryClient';
import { Dashboard, type DashboardProps } from '../../../src/features/childDashboard/Dashboard';
import { memoryStore, type MemoryStore } from './memoryStore';
import { mondayAfternoon, smiths } from './smithFamily';

interface Rendered extends RenderResult {
  readonly store: MemoryStore;
}

/** The dashboard as a visitor meets it: in the afternoon of Monday 23 November 2026, with every area, unless told otherwise. */
export function renderDashboard(store: MemoryStore = memoryStore(smiths), more: Partial<DashboardProps> = {}): Rendered {
  const client = createQueryClient();
  const rendered = render(
    <QueryClientProvider client={client}>
      <Dashboard
        store={store}
        clock={mondayAfternoon}
        title="My children"
        areas={['today', 'attendance', 'behaviour', 'results', 'notices', 'dates']}
        helpContact="office@oakfield.example"
        isEditing={false}
        locale="en-gb"
        onOpenPropertyPane={() => undefined}
        onTitleChange={() => undefined}
        {...more}
      />
    </QueryClientProvider>,
  );
  return { ...rendered, store };
}

/** What axe finds wrong. Contrast needs a real browser: journeys look at it. */
export async function axeFindings(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
