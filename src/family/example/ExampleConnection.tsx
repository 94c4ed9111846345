import * as React from 'react';
import { ConnectionProvider, useConnection } from '../../app/connection';
import { useEnvironment } from '../../app/environment';
import type { Connection } from '../../data/connection';
import type { SchoolDate } from '../../domain/time/schoolDate';
import { adultHomeList, adultHomeSchema } from '../../lists/adultHome';
import { areas } from '../../lists/areas';
import type { ListDefinition } from '../../lists/define';
import { encode } from '../../lists/payload';
import { pupilHomeList, pupilHomeSchema } from '../../lists/pupilHome';
import { pupilRecordsList } from '../../lists/pupilRecords';
import { Note } from '../../ui/Note';
import { exampleChild, exampleKey, type ExampleChild } from './exampleChild';

interface ExampleConnectionProps {
  readonly children?: React.ReactNode;
}

/** For a page's editor to whom no child is linked: an example child, clearly marked, so that editing is not blind. */
export function ExampleConnection({ children }: ExampleConnectionProps): React.ReactElement {
  const site = useConnection();
  const { strings, schoolMoment } = useEnvironment();
  const connection = React.useMemo(
    () => withExampleChild(site, exampleChild(schoolMoment.date, strings.example), schoolMoment.date),
    [site, strings, schoolMoment.date],
  );
  return (
    <ConnectionProvider value={connection}>
      <Note>{strings.example.note}</Note>
      {children}
    </ConnectionProvider>
  );
}

/** The site with the child on it. Everything that is not about a child is the site's own. */
function withExampleChild(site: Connection, child: ExampleChild, today: SchoolDate): Connection {
  const rows = rowsOf(child, `${today}T05:00:00Z`);
  return {
    ...site,
    userKey: `${site.userKey}, example child`,
    readShared: async (shape, query) => {
      const own = rows.get(shape.list);
      if (!own) return site.readShared(shape, query);
      const area = query.filter?.find(({ column }) => column === 'Area')?.value;
      return own.filter((row) => area === undefined || row['Area'] === area).slice(0, query.limit);
    },
  };
}

type Rows = readonly Readonly<Record<string, unknown>>[];

function rowsOf({ adultHome, home, attendance, behaviour, results }: ExampleChild, Modified: string): ReadonlyMap<ListDefinition, Rows> {
  const record = (Area: string, Payload: string) => ({ PupilKey: exampleKey, Area, Payload, Modified });
  return new Map<ListDefinition, Rows>([
    [adultHomeList, [{ Payload: encode(adultHomeSchema, adultHome) }]],
    [pupilHomeList, [{ PupilKey: exampleKey, Payload: encode(pupilHomeSchema, home) }]],
    [
      pupilRecordsList,
      [
        record('attendance', encode(areas.attendance.schema, attendance)),
        record('behaviour', encode(areas.behaviour.schema, behaviour)),
        record('results', encode(areas.results.schema, results)),
      ],
    ],
  ]);
}
