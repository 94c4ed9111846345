import * as React from 'react';
import { useConnection } from '../app/connection';
import { useEnvironment } from '../app/environment';
import { ChildBadge, childColours } from '../ui/ChildBadge';
import { Icon } from '../ui/icons';
import { useElementId } from '../ui/ids';
import { VisuallyHidden } from '../ui/VisuallyHidden';
import styles from './ChildChooser.module.scss';
import type { ChildView } from './childView';
import { allChildren, chooseChild, type ChildChoice } from './selectedChild';

interface ChildChooserProps {
  readonly family: readonly ChildView[];
  readonly choice: ChildChoice;
}

/** All children or one: radio buttons, so that arrow keys and screen readers know them. */
export function ChildChooser({ family, choice }: ChildChooserProps): React.ReactElement {
  const { strings } = useEnvironment();
  const { userKey } = useConnection();
  const group = useElementId();
  return (
    <fieldset className={styles.group}>
      <legend>
        <VisuallyHidden>{strings.family.chooseChild}</VisuallyHidden>
      </legend>
      <Choice
        group={group}
        isChosen={choice === allChildren}
        label={strings.family.allChildren}
        onChoose={() => chooseChild(userKey, allChildren)}
      >
        <span className={styles.all}>
          <Icon name="people" className={styles.people} />
        </span>
        {strings.family.allChildren}
      </Choice>
      {family.map((child) => (
        <Choice
          key={child.pupilKey}
          group={group}
          isChosen={choice === child.pupilKey}
          label={strings.family.nameWithColour(child.name, strings.family.colours[child.index % childColours] ?? '')}
          onChoose={() => chooseChild(userKey, child.pupilKey)}
        >
          <ChildBadge name={child.name} initials={child.initials} colour={child.index} isStacked />
        </Choice>
      ))}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly group: string;
  readonly isChosen: boolean;
  readonly label: string;
  readonly onChoose: () => void;
  readonly children?: React.ReactNode;
}

function Choice({ group, isChosen, label, onChoose, children }: ChoiceProps): React.ReactElement {
  return (
    <div className={styles.choice}>
      <input type="radio" className={styles.input} name={group} checked={isChosen} aria-label={label} onChange={onChoose} />
      <span className={styles.label} aria-hidden="true">
        {children}
      </span>
    </div>
  );
}
