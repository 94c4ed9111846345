import styles from './hosting.module.scss';

/** Less than any section's margin, more than a browser's rounding. In CSS pixels. */
const nearPx = 8;

/**
 * Gives a web part a margin of its own where its host leaves it none. SharePoint does not say in which kind of section a web part stands,
 * so it is measured: in a full-width section, in Teams and on a full page it reaches from edge to edge.
 */
export function keepFromEdges(element: HTMLElement): void {
  const { left, right } = element.getBoundingClientRect();
  const isAtEdge = left < nearPx && document.documentElement.clientWidth - right < nearPx;
  element.classList.toggle(styles['atEdge'] ?? '', isAtEdge);
}

/** Gives a tab of Teams the background of its theme. */
export function fillTab(element: HTMLElement): void {
  element.classList.add(styles['tab'] ?? '');
}
