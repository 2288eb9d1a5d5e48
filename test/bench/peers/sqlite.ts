/** What the sqlite3 command line is told, to load a CSV of runs with the same unique key and the same rollups. */
export function sqliteScript(csv: string): string {
  return `
pragma journal_mode = wal;
pragma synchronous = normal;
create table staging (robot text, "transaction" text, started text, ended text, status text, items text, reason text);
create table run (robot text not null, "transaction" text not null, started text, ended text not null,
  status text not null, items integer not null, reason text, primary key (robot, "transaction")) without rowid;
create table run_day (robot text, day text, status text, runs integer, items integer, seconds integer,
  primary key (robot, day, status)) without rowid;
create table run_month (robot text, month text, status text, runs integer, items integer, seconds integer,
  primary key (robot, month, status)) without rowid;
.mode csv
.separator ;
.import --skip 1 "${csv}" staging
insert or ignore into run select robot, "transaction", started, ended, status, cast(items as integer), nullif(reason, '') from staging;
insert into run_day select robot, substr(ended, 1, 10), status, count(*), sum(items),
  sum(unixepoch(ended) - unixepoch(started)) from run group by 1, 2, 3;
insert into run_month select robot, substr(day, 1, 7), status, sum(runs), sum(items), sum(seconds) from run_day group by 1, 2, 3;
`;
}

/** The bytes of the table of runs alone, without what was staged. */
export const SQLITE_TABLE_BYTES = "select sum(pgsize) from dbstat where name = 'run';";
