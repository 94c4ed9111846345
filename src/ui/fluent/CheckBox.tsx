import './writing'; // before Fluent
import * as React from 'react';
import { Checkbox } from '@fluentui/react/lib/Checkbox';
import { registerIcons } from '@fluentui/react/lib/Styling';
import { Icon } from '../icons';

const check = 'schoolgate-check';

// Fluent's own icons are a font on Microsoft's CDN. The name is ours, for all of a page's Fluent share one register.
registerIcons({ icons: { [check]: <Icon name="check" /> } });

interface CheckBoxProps {
  readonly label: string;
  readonly isTicked: boolean;
  readonly onToggle: () => void;
}

/** A choice that is made or not. */
export function CheckBox({ label, isTicked, onToggle }: CheckBoxProps): React.ReactElement {
  return <Checkbox label={label} checked={isTicked} onChange={onToggle} checkmarkIconProps={{ iconName: check }} />;
}
