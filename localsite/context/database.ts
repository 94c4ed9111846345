import { DatabaseSync, type StatementSync } from 'node:sqlite';

export type Cell = string | number | bigint | null | Uint8Array;

/** SQLite with prepared statements kept, and one transaction a request. */
export class Database {
  private readonly handle: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();

  /** @param path a file, or ':memory:' */
  public constructor(path: string) {
    this.handle = new DatabaseSync(path);
    this.handle.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -64000;');
  }

  public execute(sql: string): void {
    this.handle.exec(sql);
  }

  /** Every row. The type names the columns of the statement, which only its author knows: hence the casts here and below. */
  public all<Row>(sql: string, ...values: readonly Cell[]): readonly Row[] {
    return this.prepared(sql).all(...values) as unknown as readonly Row[];
  }

  public first<Row>(sql: string, ...values: readonly Cell[]): Row | undefined {
    return this.prepared(sql).get(...values) as unknown as Row | undefined;
  }

  /** Rows one by one, so that a caller who has enough can stop. */
  public each<Row>(sql: string, ...values: readonly Cell[]): IterableIterator<Row> {
    // A statement of its own: an iteration must not be disturbed by the same statement run inside it.
    return this.handle.prepare(sql).iterate(...values) as unknown as IterableIterator<Row>;
  }

  /** Runs a statement and answers the row id of what was inserted and how many rows changed. */
  public run(sql: string, ...values: readonly Cell[]): { readonly rowId: number; readonly changes: number } {
    const outcome = this.prepared(sql).run(...values);
    return { rowId: Number(outcome.lastInsertRowid), changes: Number(outcome.changes) };
  }

  /** All or nothing; not nested. */
  public transaction<Result>(work: () => Result): Result {
    this.handle.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.handle.exec('COMMIT');
      return result;
    } catch (error) {
      this.handle.exec('ROLLBACK');
      throw error;
    }
  }

  public close(): void {
    this.statements.clear();
    this.handle.close();
  }

  private prepared(sql: string): StatementSync {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.handle.prepare(sql);
    this.statements.set(sql, statement);
    return statement;
  }
}
