import { pageWriting } from './writing'; // before Fluent
import * as React from 'react';
import { Modal } from '@fluentui/react/lib/Modal';
import { createTheme, ThemeProvider } from '@fluentui/react/lib/Theme';
import { useElementId } from '../ids';
import styles from './ModalDialog.module.scss';
import { wornFrom } from './wornFrom';

interface ModalDialogProps {
  readonly heading: string;
  /** What was pressed to open it. The dialog looks like its surroundings, and focus goes back to it. */
  readonly opener: HTMLElement;
  /** Escape was pressed. */
  readonly onDismiss: () => void;
  readonly children: React.ReactNode;
  /** Buttons, which stay in sight. */
  readonly actions: React.ReactNode;
}

const theme = createTheme({ defaultFontStyle: pageWriting });

/** A dialog that keeps the focus until it is closed, all of a phone's screen. What stands in it is not lost by a touch beside it. */
export function ModalDialog({ heading, opener, onDismiss, children, actions }: ModalDialogProps): React.ReactElement {
  const headingId = useElementId();
  const worn = React.useMemo(() => wornFrom(opener), [opener]);
  return (
    <ThemeProvider theme={theme} applyTo="none">
      <Modal
        isOpen
        isBlocking
        isAlert={false}
        onDismiss={onDismiss}
        titleAriaId={headingId}
        containerClassName={styles.dialog ?? ''}
        scrollableContentClassName={styles.content ?? ''}
        focusTrapZoneProps={{ ...worn, firstFocusableTarget: `#${headingId}`, elementToFocusOnDismiss: opener }}
      >
        <h2 className={styles.heading} id={headingId} tabIndex={-1}>
          {heading}
        </h2>
        <div className={styles.body}>{children}</div>
        <div className={styles.actions}>{actions}</div>
      </Modal>
    </ThemeProvider>
  );
}
