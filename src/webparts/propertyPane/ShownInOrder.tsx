import * as React from 'react';
import * as strings from 'SchoolgateWebPartStrings';
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
  const known = shown.filter((key) => choices.some((choice) => choice.key === key));
  const ticked = known.flatMap((key) => choices.filter((choice) => choice.key === key));
  const others = choices.filter((choice) => !known.includes(choice.key));
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>{label}</legend>
      <p className={styles.description}>{description}</p>
      <ul className={styles.rows}>
        {ticked.map((choice, place) => (
          <Row key={choice.key} text={choice.text} isShown onToggle={() => onChange(without(known, choice.key))}>
            <Move text={strings.moveUp} of={choice} sign="↑" isPossible={place > 0} onMove={() => onChange(swapped(known, place - 1))} />
            <Move
              text={strings.moveDown}
              of={choice}
              sign="↓"
              isPossible={place < ticked.length - 1}
              onMove={() => onChange(swapped(known, place))}
            />
          </Row>
        ))}
        {others.map((choice) => (
          <Row key={choice.key} text={choice.text} isShown={false} onToggle={() => onChange([...known, choice.key])} />
        ))}
      </ul>
    </fieldset>
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
      <label className={styles.choice}>
        <input type="checkbox" checked={isShown} onChange={onToggle} />
        {text}
      </label>
      {children}
    </li>
  );
}

interface MoveProps {
  /** The button's name, with {0} for what it moves. */
  readonly text: string;
  readonly of: Choice;
  readonly sign: string;
  readonly isPossible: boolean;
  readonly onMove: () => void;
}

function Move({ text, of, sign, isPossible, onMove }: MoveProps): React.ReactElement {
  const name = text.replace('{0}', of.text);
  return (
    // aria-disabled keeps the focus on the button when a row reaches the end of its way.
    <button
      type="button"
      className={styles.move}
      aria-label={name}
      title={name}
      aria-disabled={!isPossible}
      onClick={isPossible ? onMove : undefined}
    >
      {sign}
    </button>
  );
}

function without(keys: readonly string[], key: string): readonly string[] {
  return keys.filter((other) => other !== key);
}

/** The keys with those at `place` and after it changed round. */
function swapped(keys: readonly string[], place: number): readonly string[] {
  return [...keys.slice(0, place), ...keys.slice(place, place + 2).reverse(), ...keys.slice(place + 2)];
}
