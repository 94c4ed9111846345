/** Comparing what people typed: case and outer space make no difference. */

export function plainText(text: string | undefined): string {
  return (text ?? '').trim().toLowerCase();
}

/** True where both say the same and say something. */
export function sameText(a: string | undefined, b: string | undefined): boolean {
  const text = plainText(a);
  return text !== '' && text === plainText(b);
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
