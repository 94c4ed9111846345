import * as v from 'valibot';
import { decode } from '../../../src/lists/payload';
import { keysList } from '../../../src/lists/keys';
import type { Site } from '../../site/connection';
import { readSiteList } from './siteList';

/** Fingerprints of a person by part: 'email', 'surname' ... */
export type Identity = Readonly<Record<string, string>>;

/** A pupil or an adult to whom the site has given a key. */
export interface KnownPerson {
  readonly kind: 'pupil' | 'adult';
  readonly misId: string;
  readonly opaqueKey: string;
  /** Of the row in Schoolgate Keys. */
  readonly itemId: number;
  /** Undefined where no run that knew the person has ended well yet. */
  readonly identity: Identity | undefined;
  /** The day as a number: 20261123. */
  readonly goneDay: number | undefined;
}

export interface KeyRows {
  /** Opaque key by '<kind>:<MIS id>'. */
  readonly keys: ReadonlyMap<string, string>;
  /** By '<kind>:<MIS id>'. */
  readonly people: ReadonlyMap<string, KnownPerson>;
}

const keyRow = v.looseObject({
  Id: v.number(),
  MisKey: v.string(),
  OpaqueKey: v.string(),
  Identity: v.optional(v.nullable(v.string())),
  GoneDay: v.optional(v.nullable(v.number())),
});
const identity = v.record(v.string(), v.string());

/** Reads which keys stand for whom. */
export async function readKeyRows(site: Site): Promise<KeyRows> {
  const list = await readSiteList(site, {
    list: keysList,
    keyColumn: 'MisKey',
    withHash: false,
    withScopes: false,
    more: ['OpaqueKey', 'Identity', 'GoneDay'],
  });
  const rows = list.rows.map(({ more }) => v.parse(keyRow, more));
  return {
    keys: new Map(rows.map(({ MisKey, OpaqueKey }) => [MisKey, OpaqueKey])),
    people: new Map(
      rows.flatMap(({ Id, MisKey, OpaqueKey, Identity, GoneDay }) => {
        const [, kind, misId = ''] = /^(pupil|adult):([^]*)$/.exec(MisKey) ?? [];
        if (kind !== 'pupil' && kind !== 'adult') return [];
        return [
          [
            MisKey,
            { kind, misId, opaqueKey: OpaqueKey, itemId: Id, identity: identityOf(Identity), goneDay: GoneDay ?? undefined },
          ] as const,
        ];
      }),
    ),
  };
}

/** Something that is no identity, typed by hand, counts as none: the person is as good as new. */
function identityOf(text: string | null | undefined): Identity | undefined {
  const parsed = decode(identity, text);
  return parsed.ok ? parsed.value : undefined;
}
