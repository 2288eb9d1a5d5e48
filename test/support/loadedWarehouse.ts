import { loadPaths } from '../../etl/load.ts';
import type { engines, TestWarehouse } from './databases.ts';
import { tempFolder, writeBundle } from './gevinst.ts';

/** A fresh warehouse with a bundle of tables in it. */
export async function loadedWarehouse(
  open: (typeof engines)[number]['open'],
  tables: Record<string, string>,
): Promise<TestWarehouse> {
  const folder = tempFolder();
  const warehouse = await open();
  await loadPaths(warehouse.db, [writeBundle(folder.path, tables)], { by: 'test' });
  folder.remove();
  return warehouse;
}
