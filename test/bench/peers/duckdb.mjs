// Loads a CSV of runs into DuckDB with the same unique key and the same rollups.
// Usage: node duckdb.mjs FOLDER DATABASE CSV, where FOLDER has @duckdb/node-api in its node_modules
import { createRequire } from 'node:module';

const [folder = '', database = '', csv = ''] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(`${folder}/package.json`)('@duckdb/node-api');
const instance = await DuckDBInstance.create(database);
const connection = await instance.connect();
for (const statement of [
  `create table run (robot varchar not null, "transaction" uuid not null, started timestamp, ended timestamp not null,
     status varchar not null, items integer not null, reason varchar, primary key (robot, "transaction"))`,
  `insert or ignore into run select * from read_csv('${csv}', delim = ';', header = true, columns = {
     robot: 'varchar', "transaction": 'uuid', started: 'timestamp', ended: 'timestamp', status: 'varchar',
     items: 'integer', reason: 'varchar'})`,
  `create table run_day as select robot, cast(ended as date) as day, status, count(*) as runs, sum(items) as items,
     sum(date_diff('second', started, ended)) as seconds from run group by all`,
  `create table run_month as select robot, date_trunc('month', day) as month, status, sum(runs) as runs,
     sum(items) as items, sum(seconds) as seconds from run_day group by all`,
  'checkpoint',
]) {
  await connection.run(statement);
}
connection.closeSync();
instance.closeSync();
