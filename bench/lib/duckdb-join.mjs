// The join that `procmap recode` does, done by DuckDB: time-sheet by crosswalk, hours times share, written as CSV.
//   node duckdb-join.mjs FOLDER THREADS     (FOLDER has hours.csv and crosswalk.csv)
//   node duckdb-join.mjs FOLDER sum         prints what the hours written come to
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const [, , folder, threads] = process.argv;
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const path = (name) => `'${join(folder, name).replaceAll("'", "''")}'`;

if (threads === 'sum') console.log(await sumOf('joined.csv'));
else await joinAndWrite();

async function joinAndWrite() {
  await connection.run(`set threads = ${Number(threads)}`);
  await connection.run(`copy (
  select t.Matricola, t.Data, x.new_code as Codice, t.Attivita as "Attività", cast(t.Ore * x.share as decimal(12, 3)) as Ore
  from read_csv(${path('hours.csv')}, delim = ';', header = true, decimal_separator = ',',
    columns = {'Matricola': 'VARCHAR', 'Data': 'VARCHAR', 'Codice': 'VARCHAR', 'Attivita': 'VARCHAR', 'Ore': 'DECIMAL(9, 2)'}) t
  join read_csv(${path('crosswalk.csv')}, header = true,
    columns = {'old_code': 'VARCHAR', 'new_code': 'VARCHAR', 'share': 'DECIMAL(4, 3)'}) x on t.Codice = x.old_code
) to ${path('joined.csv')} (header, delimiter ';')`);
}

async function sumOf(name) {
  const sum = await connection.runAndReadAll(
    `select sum(Ore) from read_csv(${path(name)}, delim = ';', header = true, types = {'Ore': 'DECIMAL(12, 3)'})`,
  );
  return String(sum.getRows()[0]?.[0]);
}
