import type { FileMetaData } from 'hyparquet';

/** Seconds and their thousandths, in milliseconds. */
const UNITS = [1_000, 1, 1e-3, 1e-6];

/**
 * The columns of a Parquet file that are times of day or durations, by what Arrow's own description in the file says:
 * Parquet itself has no durations and keeps them as bare numbers. With each the milliseconds of its unit.
 */
export async function clocksOf({ key_value_metadata }: FileMetaData): Promise<ReadonlyMap<string, number>> {
  const clocks = new Map<string, number>();
  const written = key_value_metadata?.find(({ key }) => key === 'ARROW:schema')?.value;
  if (!written) return clocks;
  const { RecordBatchReader, Type } = await import('apache-arrow');
  try {
    const reader = RecordBatchReader.from(Buffer.from(written, 'base64')).open();
    for (const { name, typeId, type } of reader.schema.fields) {
      if (typeId === Type.Duration || typeId === Type.Time) clocks.set(name, UNITS[type.unit] ?? 1);
    }
  } catch {
    // What cannot be read here says nothing that Parquet's own description does not.
  }
  return clocks;
}
