import { demoSchoolFiles } from '../../samples/generate';
import { decideAccess } from '../../src/domain/people/access';
import type { SchoolDate } from '../../src/domain/time/schoolDate';

export type Row = Readonly<Record<string, string>>;

export interface DemoSchool {
  readonly today: SchoolDate;
  /** The rows of a file, by column. */
  table(name: string): readonly Row[];
  /** A JSON file. */
  json(name: string): unknown;
  text(name: string): string;
}

export function demoSchool(today: SchoolDate): DemoSchool {
  const texts = new Map(demoSchoolFiles(today).map((file) => [file.name, file.text]));
  const tables = new Map<string, readonly Row[]>();
  const text = (name: string): string => {
    const found = texts.get(name);
    if (found === undefined) throw new Error(`The demo school has no ${name}`);
    return found;
  };
  return {
    today,
    text,
    json: (name) => JSON.parse(text(name)) as unknown,
    table: (name) => {
      const rows = tables.get(name) ?? rowsOf(text(name));
      tables.set(name, rows);
      return rows;
    },
  };
}

/** Reads RFC 4180 without line breaks in cells: a full reader takes minutes for 60,000 marks inside jest. */
function rowsOf(text: string): Row[] {
  const [header = '', ...lines] = text.split('\r\n').slice(0, -1);
  const columns = header.split(',');
  return lines.map((line) => {
    const cells = cellsOf(line);
    if (cells.length !== columns.length) throw new Error('A row has as many cells as the header');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain = '']) => quoted?.replace(/""/g, '"') ?? plain);
}

/** Names of the pupils whom an e-mail address opens, by the product's own rules. */
export function pupilsOpenTo(school: DemoSchool, email: string): string[] {
  const contacts = school.table('contacts.csv').filter((contact) => contact.email === email);
  const links = school.table('relationships.csv').filter((link) => contacts.some((contact) => contact.contactId === link.contactId));
  return links
    .flatMap((link) => {
      const adult = contacts.find((contact) => contact.contactId === link.contactId);
      const pupil = school.table('pupils.csv').find((one) => one.pupilId === link.pupilId);
      if (adult === undefined || pupil === undefined) throw new Error('A link leads nowhere');
      const decision = decideAccess(
        {
          relationship: link.relationship,
          parentalResponsibility: link.parentalResponsibility,
          courtOrder: link.courtOrder,
          portalAccess: link.portalAccess,
          areas: link.areas,
          validFrom: link.validFrom,
          validTo: link.validTo,
        },
        { email, deceased: adult.deceased, emailIsShared: contacts.length > 1, emailIsAPupils: false },
        {
          onRollFrom: pupil.onRollFrom,
          onRollTo: pupil.onRollTo,
          enrolStatus: pupil.enrolStatus,
          restricted: pupil.restricted,
        },
        school.today,
      );
      return decision.decision === 'allowed' ? [`${pupil.preferredForename || pupil.legalForename} ${pupil.legalSurname}`] : [];
    })
    .sort();
}
