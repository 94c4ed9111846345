import { kindOfCode, type findingCatalogue, type FindingCode } from './catalogue';
import type { Severity } from './catalogue/severity';

declare const fromCatalogue: unique symbol;

/** What is wrong with an export: where, how bad, in words. Never a cell's content: names, e-mails and marks stay in the file. Made by finding() alone. */
export interface Finding extends Place {
  readonly [fromCatalogue]: true;
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly message: string;
}

/** Where it is, and whom it is about. */
export interface Place {
  readonly file: string;
  /** 1 is the header. */
  readonly line?: number | undefined;
  /** The column's name as the bundle defines it. */
  readonly column?: string | undefined;
  /** Ids of the row that it is about: tells it from others when lines have moved. Never shown, never stored as it is. */
  readonly subject?: string | undefined;
}

/** The names in braces of a message. */
type NamesIn<Message extends string> = Message extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

type NamesOf<Code extends FindingCode> = NamesIn<(typeof findingCatalogue)[Code]['message']>;

/** What the catalogue leaves open for a code. Numbers are written in the British way. */
type ValuesOf<Code extends FindingCode> = [NamesOf<Code>] extends [never]
  ? readonly []
  : readonly [values: Readonly<Record<NamesOf<Code>, string | number>>];

/** A finding with the severity and the sentence that the catalogue has for its code. */
export function finding<Code extends FindingCode>(code: Code, place: Place, ...[values]: ValuesOf<Code>): Finding {
  const { severity, message } = kindOfCode(code);
  const made = { code, severity, ...place, message: filled(message, values ?? {}) };
  return made as typeof made & Pick<Finding, typeof fromCatalogue>;
}

function filled(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name] ?? whole;
    return typeof value === 'number' ? value.toLocaleString('en-GB') : value;
  });
}

/** Findings of one kind are counted together: 'REL-02 warning'. */
export function kindOf({ code, severity }: Pick<Finding, 'code' | 'severity'>): string {
  return `${code} ${severity}`;
}

/** 'PUP-02 warning pupils.csv:14 upn: This is not a valid UPN.' */
export function findingLine({ code, severity, file, line, column, message }: Finding): string {
  return `${code} ${severity} ${file}${line === undefined ? '' : `:${line}`}${column === undefined ? '' : ` ${column}`}: ${message}`;
}
