import * as React from 'react';
import * as strings from 'SchoolgateWebPartStrings';
import { CheckBox } from '../../../ui/fluent/CheckBox';
import { IconButton } from '../../../ui/fluent/IconButton';
import { PaneTheme } from '../../../ui/fluent/PaneTheme';
import { VisuallyHidden } from '../../../ui/VisuallyHidden';
import styles from './ShownInOrder.module.scss';

export interface Choice {
  readonly key: string;
  readonly text: string;
}

export interface ShownInOrderProps {
  readonly label: string;
  readonly description: string;
  readonly choices: readonly Choice[];
  /** Keys of the choices shown, in order. */
  readonly shown: readonly string[];
  readonly onChange: (shown: readonly string[]) => void;
}

/** A list of tick boxes whose ticked rows move up and down. Rows that are not ticked follow the ticked ones. */
export function ShownInOrder({ label, description, choices, shown, onChange }: ShownInOrderProps): React.ReactElement {
  const [moved, setMoved] = React.useState('');
  const known = shown.filter((key) => choices.some((choice) => choice.key === key));
  const ticked = known.flatMap((key) => choices.filter((choice) => choice.key === key));
  const others = choices.filter((choice) => !known.includes(choice.key));
  const move = (choice: Choice, by: 1 | -1): void => {
    const from = known.indexOf(choice.key);
    onChange(swapped(known, Math.min(from, from + by)));
    setMoved(filled(strings.movedTo, choice.text, from + by + 1, known.length));
  };
  return (
    <PaneTheme>
      <fieldset className={styles.field}>
        <legend className={styles.label}>{label}</legend>
        <p className={styles.description}>{description}</p>
        <ul className={styles.rows}>
          {ticked.map((choice, place) => (
            <Row key={choice.key} text={choice.text} isShown onToggle={() => onChange(without(known, choice.key))}>
              <IconButton label={filled(strings.moveUp, choice.text)} icon="up" isOff={place === 0} onClick={() => move(choice, -1)} />
              <IconButton
                label={filled(strings.moveDown, choice.text)}
                icon="down"
                isOff={place === ticked.length - 1}
                onClick={() => move(choice, 1)}
              />
            </Row>
          ))}
          {others.map((choice) => (
            <Row key={choice.key} text={choice.text} isShown={false} onToggle={() => onChange([...known, choice.key])} />
          ))}
        </ul>
        <VisuallyHidden live>{moved}</VisuallyHidden>
      </fieldset>
    </PaneTheme>
  );
}

interface RowProps {
  readonly text: string;
  readonly isShown: boolean;
  readonly onToggle: () => void;
  readonly children?: React.ReactNode;
}

function Row({ text, isShown, onToggle, children }: RowProps): React.ReactElement {
  return (
    <li className={styles.row}>
      <div className={styles.choice}>
        <CheckBox label={text} isTicked={isShown} onToggle={onToggle} />
      </div>
      {children}
    </li>
  );
}

/** A text with its places, {0} and so on, filled in. */
function filled(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}

function without(keys: readonly string[], key: string): readonly string[] {
  return keys.filter((other) => other !== key);
}

/** The keys with those at `place` and after it changed round. */
function swapped(keys: readonly string[], place: number): readonly string[] {
  return [...keys.slice(0, place), ...keys.slice(place, place + 2).reverse(), ...keys.slice(place + 2)];
}
