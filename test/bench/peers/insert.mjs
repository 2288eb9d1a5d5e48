// Reads a CSV of runs and inserts it row by row with better-sqlite3: what a short script would do, without any checks.
// Usage: node insert.mjs DATABASE CSV
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import SQLite from 'better-sqlite3';

const [database = '', csv = ''] = process.argv.slice(2);
const db = new SQLite(database);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = NORMAL');
db.exec(
  'create table run (robot text, "transaction" text, started text, ended text, status text, items integer, reason text, primary key (robot, "transaction")) without rowid',
);
const insert = db.prepare('insert or ignore into run values (?, ?, ?, ?, ?, ?, ?)');
let header = true;
db.exec('begin');
for await (const line of createInterface({ input: createReadStream(csv) })) {
  if (!header) insert.run(line.split(';'));
  header = false;
}
db.exec('commit');
db.close();
