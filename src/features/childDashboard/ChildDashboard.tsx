import * as React from 'react';
import type { Session } from '../../data/session';

export interface ChildDashboardProps {
  readonly title: string;
  /** Areas shown, in the school's order. Names that are no area are left out. */
  readonly areas: readonly string[];
  /** An e-mail address, a telephone number or plain words. */
  readonly helpContact: string;
  readonly isEditing: boolean;
  /** The page's culture: 'en-gb'. */
  readonly locale: string;
  readonly onOpenPropertyPane: () => void;
  readonly onTitleChange: (title: string) => void;
  readonly session: Session;
}

export function ChildDashboard(props: ChildDashboardProps): React.ReactElement {
  return <h2>{props.title}</h2>;
}
