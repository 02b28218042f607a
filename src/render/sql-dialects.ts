/** In what the engines differ that a crosswalk is written for: one table, so that nothing else knows of engines. */
export interface SqlDialect {
  /** As it is called in the heading. */
  readonly engines: string;
  /** Whether a backslash in a string literal stands for something else, and has to be doubled. */
  readonly backslashEscapes: boolean;
  /** The type of a text of at most so many characters. */
  readonly text: (length: number) => string;
  /** The most digits a decimal can have. */
  readonly maxDigits: number;
  /** What may not be NULL, as far as tables of the engine can say so. */
  readonly notNull: string;
  /** A day as a literal. */
  readonly day: (iso: string) => string;
  /** How time-sheets that lie in Parquet files are named in FROM. */
  readonly parquet: string;
}

const varchar = (length: number): string => `VARCHAR(${length})`;
const dateLiteral = (iso: string): string => `DATE '${iso}'`;

export const SQL_DIALECTS = {
  /** What DuckDB, PostgreSQL and MariaDB all read. */
  standard: {
    engines: 'Standard SQL: DuckDB, PostgreSQL, MariaDB, MySQL 8',
    backslashEscapes: false,
    text: varchar,
    maxDigits: 38,
    notNull: ' NOT NULL',
    day: dateLiteral,
    parquet: '',
  },
  duckdb: {
    engines: 'DuckDB',
    backslashEscapes: false,
    text: () => 'VARCHAR',
    maxDigits: 38,
    notNull: ' NOT NULL',
    day: dateLiteral,
    parquet: "read_parquet('timesheets/*.parquet')",
  },
  postgresql: {
    engines: 'PostgreSQL',
    backslashEscapes: false,
    text: varchar,
    maxDigits: 131072,
    notNull: ' NOT NULL',
    day: dateLiteral,
    parquet: '',
  },
  mariadb: {
    engines: 'MariaDB and MySQL 8',
    backslashEscapes: true,
    text: varchar,
    maxDigits: 65,
    notNull: ' NOT NULL',
    day: dateLiteral,
    parquet: '',
  },
  spark: {
    engines: 'Spark SQL',
    backslashEscapes: true,
    text: () => 'STRING',
    maxDigits: 38,
    notNull: '',
    day: dateLiteral,
    parquet: 'parquet.`timesheets`',
  },
  trino: {
    engines: 'Trino',
    backslashEscapes: false,
    text: varchar,
    maxDigits: 38,
    notNull: '',
    day: dateLiteral,
    parquet: '',
  },
} as const satisfies Record<string, SqlDialect>;

export type SqlDialectName = keyof typeof SQL_DIALECTS;
export const SQL_DIALECT_NAMES = Object.keys(SQL_DIALECTS) as readonly SqlDialectName[];
