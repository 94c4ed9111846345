import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { contentHash } from './hash';

export type FieldValue = string | number | boolean | null | { readonly Url: string; readonly Description: string };

type Fields = Readonly<Record<string, FieldValue>>;

/** A row as it should stand in a list. */
export interface Row {
  /** Value of the list's key column. */
  readonly key: string;
  /** Below the list's root, without outer slash: '<pupil key>/<area>'. Empty for the root. */
  readonly folder: string;
  /** Asked for when the row is written, and not kept: a long payload is unpacked each time. */
  readonly fields: Fields;
  /** Size of the fields as JSON. */
  readonly bytes: number;
  readonly hash: string;
}

/** The row with its hash over all its fields, but for those beside the content. */
export function row(key: string, folder: string, content: Fields, beside: Fields = {}): Row {
  const hash = contentHash(content);
  const fields = { ...content, ...beside };
  const bytes = Buffer.byteLength(JSON.stringify(fields));
  const payload = fields['Payload'];
  if (typeof payload !== 'string' || payload.length < worthPacking) return { key, folder, fields, bytes, hash };
  return new PackedRow(key, folder, bytes, hash, { ...fields, Payload: null }, packed(payload));
}

const worthPacking = 500;

/**
 * Payloads of a whole school are 70 MiB of JSON that says the same words again and again, and of most only the hash is looked at: they wait
 * for their turn at an eighth of that.
 */
class PackedRow implements Row {
  constructor(
    readonly key: string,
    readonly folder: string,
    readonly bytes: number,
    readonly hash: string,
    private readonly others: Fields,
    private readonly payload: string,
  ) {}

  get fields(): Fields {
    return { ...this.others, Payload: unpacked(this.payload) };
  }
}

/** A string of bytes: a Buffer for each row would cost more than it holds. */
function packed(text: string): string {
  return deflateRawSync(text, { level: 1 }).toString('latin1');
}

function unpacked(bytes: string): string {
  return inflateRawSync(Buffer.from(bytes, 'latin1')).toString();
}
