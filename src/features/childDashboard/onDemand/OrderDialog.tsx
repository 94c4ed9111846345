import * as React from 'react';
import { useEnvironment } from '../../../app/environment';
import { asDataError } from '../../../data/errors';
import type { DashboardArea } from '../../../domain/dashboardAreas';
import { Button } from '../../../ui/Button';
import { ErrorBand } from '../../../ui/ErrorNote';
import { ModalDialog } from '../../../ui/fluent/ModalDialog';
import { Icon } from '../../../ui/icons';
import { VisuallyHidden } from '../../../ui/VisuallyHidden';
import styles from './OrderDialog.module.scss';

interface OrderDialogProps {
  readonly opener: HTMLElement;
  readonly schoolOrder: readonly DashboardArea[];
  /** The order to start with. */
  readonly order: readonly DashboardArea[];
  readonly isSaving: boolean;
  /** What the last attempt to save failed with, or null. What was moved stays as it is. */
  readonly error: unknown;
  /** Told the person's own order; none where it is the school's, so that the page follows the school again. */
  readonly onSave: (order: readonly DashboardArea[]) => void;
  readonly onCancel: () => void;
}

/** A person's own order of the areas, by buttons that everyone can press. */
export function OrderDialog({ opener, schoolOrder, isSaving, error, onSave, onCancel, ...start }: OrderDialogProps): React.ReactElement {
  const { strings } = useEnvironment();
  const [order, setOrder] = React.useState(start.order);
  const [said, setSaid] = React.useState('');
  const isSchools = order.join() === schoolOrder.join();
  const move = (area: DashboardArea, by: 1 | -1): void => {
    const to = order.indexOf(area) + by;
    setOrder(movedTo(order, area, to));
    setSaid(strings.order.moved(strings[area].name, to + 1, order.length));
  };
  const reset = (): void => {
    setOrder(schoolOrder);
    setSaid(strings.order.wasReset);
  };
  // What is being saved can fail: until it is known, the order stays in sight.
  const cancel = (): void => {
    if (!isSaving) onCancel();
  };
  const actions = <Actions isSaving={isSaving} error={error} onSave={() => onSave(isSchools ? [] : order)} onCancel={cancel} />;
  return (
    <ModalDialog heading={strings.order.heading} opener={opener} onDismiss={cancel} actions={actions}>
      <p className={styles.help}>{strings.order.help}</p>
      <Areas order={order} onMove={move} />
      <div className={styles.reset}>
        <Button kind="quiet" isOff={isSchools} onClick={reset}>
          {strings.order.reset}
        </Button>
      </div>
      <VisuallyHidden live>{said}</VisuallyHidden>
    </ModalDialog>
  );
}

interface AreasProps {
  readonly order: readonly DashboardArea[];
  readonly onMove: (area: DashboardArea, by: 1 | -1) => void;
}

function Areas({ order, onMove }: AreasProps): React.ReactElement {
  const { strings } = useEnvironment();
  return (
    <ol className={styles.areas}>
      {order.map((area, index) => (
        <li key={area} className={styles.area}>
          <span className={styles.name}>{strings[area].name}</span>
          <Button kind="square" isOff={index === 0} label={strings.order.up(strings[area].name)} onClick={() => onMove(area, -1)}>
            <Icon name="up" />
          </Button>
          <Button
            kind="square"
            isOff={index === order.length - 1}
            label={strings.order.down(strings[area].name)}
            onClick={() => onMove(area, 1)}
          >
            <Icon name="down" />
          </Button>
        </li>
      ))}
    </ol>
  );
}

function movedTo(order: readonly DashboardArea[], area: DashboardArea, place: number): readonly DashboardArea[] {
  const others = order.filter((other) => other !== area);
  return [...others.slice(0, place), area, ...others.slice(place)];
}

interface ActionsProps extends Pick<OrderDialogProps, 'isSaving' | 'error' | 'onCancel'> {
  readonly onSave: () => void;
}

function Actions({ isSaving, error, onSave, onCancel }: ActionsProps): React.ReactElement {
  const { order } = useEnvironment().strings;
  const { kind } = asDataError(error);
  const problem = kind === 'conflict' ? order.conflict : kind === 'offline' ? order.offline : order.failed;
  return (
    <>
      <div className={styles.problem}>{error !== null && <ErrorBand heading={problem} />}</div>
      <Button kind="main" isOff={isSaving} onClick={onSave}>
        {isSaving ? order.saving : order.save}
      </Button>
      <Button isOff={isSaving} onClick={onCancel}>
        {order.cancel}
      </Button>
    </>
  );
}
