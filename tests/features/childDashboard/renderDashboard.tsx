import axe from 'axe-core';
import * as React from 'react';
import { render, type RenderResult } from '@testing-library/react';
import { AppOver } from '../../../src/app/App';
import type { HostContext } from '../../../src/app/environment';
import { createQueryClient } from '../../../src/data/queryClient';
import { Dashboard, type DashboardProps } from '../../../src/features/childDashboard/Dashboard';
import { memorySite, type MemorySite } from '../../kit/memorySite';
import { mondayAfternoon, smiths } from '../../kit/smithFamily';

interface Rendered extends RenderResult {
  readonly site: MemorySite;
}

type Options = Partial<DashboardProps & HostContext & { readonly clock: () => Date }>;

/** The dashboard as a visitor meets it: in the afternoon of Monday 23 November 2026, with every area, unless told otherwise. */
export function renderDashboard(site: MemorySite = memorySite(smiths), options: Options = {}): Rendered {
  const { clock = mondayAfternoon, title = 'My children', onTitleChange = () => undefined, ...more } = options;
  const { areas = ['today', 'attendance', 'behaviour', 'results', 'notices', 'dates'], ...hostOptions } = more;
  const host: HostContext = {
    locale: 'en-gb',
    isEditing: false,
    helpContact: 'office@oakfield.example',
    onOpenPropertyPane: () => undefined,
    ...hostOptions,
  };
  const rendered = render(
    <AppOver host={host} connection={site} client={createQueryClient()} clock={clock}>
      <Dashboard title={title} areas={areas} onTitleChange={onTitleChange} />
    </AppOver>,
  );
  return { ...rendered, site };
}

/** What axe finds wrong. Contrast needs a real browser: journeys look at it. */
export async function axeFindings(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
