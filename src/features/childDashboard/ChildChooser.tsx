import * as React from 'react';
import { allChildren, chooseChild, type ChildChoice } from '../../data/selectedChild';
import { ChildBadge, childColours } from '../../ui/ChildBadge';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import { useElementId } from '../../ui/ids';
import styles from './ChildChooser.module.scss';
import type { ShownChild } from './family';
import { useSurroundings } from './surroundings';

interface ChildChooserProps {
  readonly sitePerson: string;
  readonly family: readonly ShownChild[];
  readonly choice: ChildChoice;
}

/** All children or one: radio buttons, so that arrow keys and screen readers know them. */
export function ChildChooser({ sitePerson, family, choice }: ChildChooserProps): React.ReactElement {
  const { strings } = useSurroundings();
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
        onChoose={() => chooseChild(sitePerson, allChildren)}
      >
        {strings.family.allChildren}
      </Choice>
      {family.map((child) => (
        <Choice
          key={child.pupilKey}
          group={group}
          isChosen={choice === child.pupilKey}
          label={strings.family.nameWithColour(child.name, strings.family.colours[child.colour % childColours] ?? '')}
          onChoose={() => chooseChild(sitePerson, child.pupilKey)}
        >
          <ChildBadge name={child.name} initials={child.initials} colour={child.colour} />
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
