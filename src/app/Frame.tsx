import * as React from 'react';
import { useEnvironment } from './environment';
import styles from './Frame.module.scss';

export interface FrameProps {
  readonly title: string;
  readonly onTitleChange: (title: string) => void;
  readonly children?: React.ReactNode;
}

/** A web part's outermost element: its title, and everything below it in the page's language. */
export function Frame({ title, onTitleChange, children }: FrameProps): React.ReactElement {
  const { language } = useEnvironment();
  return (
    <div className={styles.frame} lang={language.tag} dir={language.direction}>
      <Title title={title} onTitleChange={onTitleChange} />
      {children}
    </div>
  );
}

/** The page's editor changes it in place. */
function Title({ title, onTitleChange }: Omit<FrameProps, 'children'>): React.ReactElement | null {
  const { strings, isEditing } = useEnvironment();
  if (isEditing) {
    return (
      <input
        className={`${styles.title} ${styles.titleInput}`}
        aria-label={strings.page.titleLabel}
        placeholder={strings.page.titleLabel}
        value={title}
        onChange={(event) => onTitleChange(event.target.value)}
      />
    );
  }
  return title === '' ? null : <h2 className={styles.title}>{title}</h2>;
}
