import * as React from 'react';
import { useEnvironment } from '../../app/environment';
import type { DashboardArea } from '../../domain/dashboardAreas';
import { Button } from '../../ui/Button';
import { ErrorBand } from '../../ui/ErrorNote';
import { useOnDemand } from '../../ui/onDemand';
import styles from './OrderEditor.module.scss';
import type { SavePreferences } from './queries';

const loadDialog = () => import(/* webpackChunkName: 'order-dialog' */ './onDemand/OrderDialog');

interface OrderEditorProps {
  readonly schoolOrder: readonly DashboardArea[];
  /** The order that the page has now: the person's own, or else the school's. */
  readonly order: readonly DashboardArea[];
  readonly saving: SavePreferences;
}

/** Below the page: a person's own order of its areas, in a dialog whose code comes when it is asked for. */
export function OrderEditor({ schoolOrder, order, saving }: OrderEditorProps): React.ReactElement {
  const { strings } = useEnvironment();
  const [dialog, askForDialog] = useOnDemand(loadDialog);
  const [isOpen, setIsOpen] = React.useState(false);
  const button = React.useRef<HTMLButtonElement>(null);
  const open = (): void => {
    saving.reset();
    setIsOpen(true);
    if (dialog.state === 'notAsked' || dialog.state === 'failed') askForDialog();
  };
  const save = (areaOrder: readonly DashboardArea[]): void =>
    saving.mutate({ version: 1, areaOrder }, { onSuccess: () => setIsOpen(false) });
  const status = dialog.state === 'loading' ? strings.order.opening : saving.isSuccess ? strings.order.saved : '';
  return (
    <>
      {dialog.state === 'failed' && (
        <ErrorBand heading={strings.order.notOpened} action={{ label: strings.page.tryAgain, onClick: open }} />
      )}
      <div className={styles.foot}>
        <Button kind="quiet" ref={button} opensDialog onClick={open}>
          {strings.order.change}
        </Button>
        <span role="status">{status}</span>
      </div>
      {isOpen && dialog.state === 'here' && button.current && (
        <dialog.code.OrderDialog
          opener={button.current}
          schoolOrder={schoolOrder}
          order={order}
          isSaving={saving.isLoading}
          error={saving.error}
          onSave={save}
          onCancel={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
