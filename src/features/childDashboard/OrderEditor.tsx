import * as React from 'react';
import { asDataError } from '../../data/errors';
import type { DashboardArea } from '../../domain/dashboardAreas';
import { Button } from '../../ui/Button';
import { ErrorBand } from '../../ui/ErrorNote';
import { Icon } from '../../ui/icons';
import { useElementId } from '../../ui/ids';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import styles from './OrderEditor.module.scss';
import { useEnvironment } from '../../app/environment';

interface OrderEditorProps {
  readonly areas: readonly DashboardArea[];
  readonly isSaving: boolean;
  /** What the last attempt to save failed with. What was moved stays as it is. */
  readonly error: unknown;
  readonly onSave: (areas: readonly DashboardArea[]) => void;
  readonly onCancel: () => void;
}

/** A person's own order of the areas, by buttons that everyone can press. */
export function OrderEditor({ areas, isSaving, error, onSave, onCancel }: OrderEditorProps): React.ReactElement {
  const { strings } = useEnvironment();
  const [order, setOrder] = React.useState(areas);
  const [moved, setMoved] = React.useState('');
  const headingId = useElementId();
  const heading = React.useRef<HTMLHeadingElement>(null);
  React.useEffect(() => heading.current?.focus(), []);

  function move(area: DashboardArea, by: 1 | -1): void {
    const to = order.indexOf(area) + by;
    const others = order.filter((other) => other !== area);
    setOrder([...others.slice(0, to), area, ...others.slice(to)]);
    setMoved(strings.order.moved(strings[area].name, to + 1, order.length));
  }

  const isConflict = error !== null && asDataError(error).kind === 'conflict';
  return (
    <section className={styles.editor} aria-labelledby={headingId}>
      <h3 className={styles.heading} id={headingId} tabIndex={-1} ref={heading}>
        {strings.order.heading}
      </h3>
      <p className={styles.help}>{strings.order.help}</p>
      <ol className={styles.areas}>
        {order.map((area, index) => (
          <li key={area} className={styles.area}>
            <span className={styles.name}>{strings[area].name}</span>
            <Button kind="square" isOff={index === 0} label={strings.order.up(strings[area].name)} onClick={() => move(area, -1)}>
              <Icon name="up" />
            </Button>
            <Button
              kind="square"
              isOff={index === order.length - 1}
              label={strings.order.down(strings[area].name)}
              onClick={() => move(area, 1)}
            >
              <Icon name="down" />
            </Button>
          </li>
        ))}
      </ol>
      <VisuallyHidden live>{moved}</VisuallyHidden>
      {error !== null && <ErrorBand heading={isConflict ? strings.order.conflict : strings.order.failed} />}
      <div className={styles.actions}>
        <Button kind="main" isOff={isSaving} onClick={() => onSave(order)}>
          {isSaving ? strings.order.saving : strings.order.save}
        </Button>
        <Button onClick={onCancel}>{strings.order.cancel}</Button>
      </div>
    </section>
  );
}
