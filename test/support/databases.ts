import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { inject } from 'vitest';
import { openWarehouse } from '../../server/warehouse/open.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { tempFolder } from './gevinst.ts';

/** A warehouse of a test's own; `url` is what `--db` takes. `close` also removes it. */
export interface TestWarehouse {
  db: Db;
  url: string;
  close(): Promise<void>;
}

/** Both engines: a test that runs on one runs on the other. Each `open` gives a fresh, migrated warehouse. */
export const engines: { name: 'sqlite' | 'postgres'; open(): Promise<TestWarehouse> }[] = [
  { name: 'sqlite', open: openSqlite },
  { name: 'postgres', open: openPostgres },
];

async function openSqlite(): Promise<TestWarehouse> {
  const folder = tempFolder();
  const url = join(folder.path, 'warehouse.db');
  const db = await openWarehouse(url, { create: true });
  return {
    db,
    url,
    close: async () => {
      await db.destroy();
      folder.remove();
    },
  };
}

async function openPostgres(): Promise<TestWarehouse> {
  const database = await createDatabase(inject('postgres').template);
  const db = await openWarehouse(database.url);
  return {
    db,
    url: database.url,
    close: async () => {
      await db.destroy();
      await database.drop();
    },
  };
}

/** A PostgreSQL database of a test's own; without a template it is empty. */
export async function createDatabase(from = 'template0'): Promise<{ url: string; drop(): Promise<void> }> {
  const { url: server, template } = inject('postgres');
  const name = `${template}_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, `create database ${name} template ${from}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdmin(server, `drop database if exists ${name} with (force)`) };
}

async function asAdmin(server: string, statement: string): Promise<void> {
  const admin = new Client({ connectionString: server });
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}
