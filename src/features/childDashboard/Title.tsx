import * as React from 'react';
import styles from './Dashboard.module.scss';
import { useSurroundings } from './surroundings';

interface TitleProps {
  readonly title: string;
  readonly isEditing: boolean;
  readonly onTitleChange: (title: string) => void;
}

/** The web part's title; the page's editor changes it in place. */
export function Title({ title, isEditing, onTitleChange }: TitleProps): React.ReactElement | null {
  const { strings } = useSurroundings();
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
