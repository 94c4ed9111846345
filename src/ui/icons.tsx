import * as React from 'react';
import styles from './icons.module.scss';

/** Drawn on a grid of 16 by 16, in the colour of the text around them. */
const paths = {
  check: 'M3 8.5 6.5 12 13 4.5',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 3v3.2l2.2 1.6',
  clockStruck: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 3v3.2l2.2 1.6M2.5 2.5l11 11',
  away: 'M5 11 11.5 4.5M6 4.5h5.5V10',
  ring: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3Z',
  question: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8M8 12.6v.1',
  cross: 'M4 4l8 8M12 4l-8 8',
  dash: 'M4 8h8',
  dots: 'M4 8h.01M8 8h.01M12 8h.01',
  star: 'M8 2.2l1.7 3.6 3.9.5-2.9 2.7.8 3.9L8 11l-3.5 1.9.8-3.9L2.4 6.3l3.9-.5Z',
  bag: 'M4 6.5h8V14H4ZM6 6.5V5a2 2 0 0 1 4 0v1.5M4 10h8',
  chevron: 'M6 3.5 10.5 8 6 12.5',
  up: 'M8 13V3.5M4 7.5l4-4 4 4',
  down: 'M8 3v9.5M4 8.5l4 4 4-4',
  day: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6ZM8 1.6v1M8 13.4v1M1.6 8h1M13.4 8h1M3.5 3.5l.7.7M11.8 11.8l.7.7M3.5 12.5l.7-.7M11.8 4.2l.7-.7',
  register: 'M3.5 3h9v11h-9ZM6 3V1.8h4V3M5.8 8.6l1.6 1.6 2.9-3.2',
  results: 'M2.5 13.8h11M4.5 13.5V9.5M8 13.5V5M11.5 13.5V7.5',
  bell: 'M8 2.2A3.8 3.8 0 0 0 4.2 6c0 3.6-1.4 4.7-1.4 5.3h10.4c0-.6-1.4-1.7-1.4-5.3A3.8 3.8 0 0 0 8 2.2ZM6.7 13.8h2.6',
  calendar: 'M2.5 3.8h11v9.7h-11ZM2.5 7h11M5.5 2v2.6M10.5 2v2.6',
  people:
    'M6 7.4a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6ZM1.8 13c0-2.3 1.8-3.8 4.2-3.8s4.2 1.5 4.2 3.8M10.5 3.2a2.1 2.1 0 0 1 0 4.1M11.8 9.5c1.5.4 2.4 1.7 2.4 3.5',
  alert: 'M8 2.5 14 13H2ZM8 6.5v3M8 11.2v.1',
} as const;

export type IconName = keyof typeof paths;

/** Decoration beside words that say the same. */
export function Icon({ name, className }: { readonly name: IconName; readonly className?: string | undefined }): React.ReactElement {
  return (
    <svg className={`${styles.icon} ${className ?? ''}`} viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true" focusable="false">
      <path d={paths[name]} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
