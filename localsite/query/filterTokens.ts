import { invalidExpression } from '../wire/errors';

/** A word is a name, an operator or a number; a literal stands in quotes, `type` before them (`datetime`, `guid` or none). */
export type Token =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'symbol'; readonly text: string }
  | { readonly kind: 'literal'; readonly type: '' | 'datetime' | 'guid'; readonly value: string };

const tokenPattern = /\s*(?:(?:(datetime|guid)?'((?:[^']|'')*)')|([(),])|([\w./+-]+))/iy;

/** Cuts a `$filter` into tokens. Throws SharePointError (400) at what is none. */
export function readTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const source = text.trimEnd();
  const pattern = new RegExp(tokenPattern);
  while (pattern.lastIndex < source.length) {
    const found = pattern.exec(source);
    if (found === null) throw invalidExpression(text);
    tokens.push(toToken(found));
  }
  return tokens;
}

function toToken([, type, quoted, symbol, word]: RegExpExecArray): Token {
  if (quoted !== undefined) return { kind: 'literal', type: literalType(type), value: quoted.replace(/''/g, "'") };
  return symbol !== undefined ? { kind: 'symbol', text: symbol } : { kind: 'word', text: word ?? '' };
}

function literalType(type: string | undefined): '' | 'datetime' | 'guid' {
  const lower = type?.toLowerCase();
  return lower === 'datetime' || lower === 'guid' ? lower : '';
}
