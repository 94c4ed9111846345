import './writing'; // before Fluent
import * as React from 'react';
import { IconButton as FluentIconButton } from '@fluentui/react/lib/Button';
import { Icon, type IconName } from '../icons';

interface IconButtonProps {
  readonly label: string;
  readonly icon: IconName;
  readonly onClick: () => void;
  /** Stays in the keyboard's order, so that focus is never lost, and does nothing. */
  readonly isOff: boolean;
}

// Many buttons in a column: the few that are off must not stand out.
const quietWhenOff = { rootDisabled: { backgroundColor: 'transparent' } };

/** A button with a drawing instead of words, which are its name. */
export function IconButton({ label, icon, onClick, isOff }: IconButtonProps): React.ReactElement {
  return (
    <FluentIconButton
      ariaLabel={label}
      title={label}
      disabled={isOff}
      allowDisabledFocus
      onClick={onClick}
      styles={quietWhenOff}
      onRenderIcon={() => <Icon name={icon} />}
    />
  );
}
