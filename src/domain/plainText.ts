/** Comparing what people typed: case and outer space make no difference. */

export function plainText(text: string | undefined): string {
  return (text ?? '').trim().toLowerCase();
}

/** True where both say the same and say something. */
export function sameText(a: string | undefined, b: string | undefined): boolean {
  const text = plainText(a);
  return text !== '' && text === plainText(b);
}

/** In the school's language: the order is part of what staging publishes, so it cannot follow each reader's. */
const inOrder = new Intl.Collator('en-GB', { numeric: true });

/** For sort: names as a printed list has them, numbers in them by their value ('9B' before '10A'). */
export function compareNames(a: string, b: string): number {
  return inOrder.compare(a, b);
}

/** The texts without outer space, empty ones and repetitions; the first spelling stays. */
export function distinctTexts(texts: readonly string[]): string[] {
  const byPlainText = new Map<string, string>();
  for (const text of texts) {
    const key = plainText(text);
    if (key !== '' && !byPlainText.has(key)) byPlainText.set(key, text.trim());
  }
  return [...byPlainText.values()];
}
