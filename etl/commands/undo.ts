import { GevinstError } from '../../server/errors.ts';
import { userName } from '../../server/userName.ts';
import { openWarehouse } from '../../server/warehouse/open.ts';
import { type UndoResult, undoLoad } from '../undo.ts';

const whole = new Intl.NumberFormat('da-DK');

/**
 * `gevinst undo`: takes a load's rows out again; as JSON it also says so why it cannot be.
 * @throws GevinstError `bad-parameter`, `not-found`, `cannot-undo`
 */
export async function runUndo(
  load: string,
  { db: path, json }: { db: string; json: boolean },
): Promise<void> {
  if (!/^\d{1,9}$/.test(load)) {
    throw new GevinstError(
      'bad-parameter',
      `${load} is no load. Expected its number, as the Data page shows it.`,
    );
  }
  const db = await openWarehouse(path);
  try {
    const result = await undoLoad(db, Number(load), { by: userName() });
    process.stdout.write(json ? `${JSON.stringify(result)}\n` : undoText(result));
  } catch (error) {
    if (!json || !(error instanceof GevinstError) || error.code !== 'cannot-undo') throw error;
    const { code, message, details } = error;
    process.stdout.write(`${JSON.stringify({ error: { code, message, details } })}\n`);
    process.exitCode = 1;
  } finally {
    await db.destroy();
  }
}

function undoText({ load, file, removed, restored, alsoIn }: UndoResult): string {
  const back =
    restored > 0
      ? `, ${whole.format(restored)} ${restored === 1 ? 'is' : 'are'} again what ${restored === 1 ? 'it was' : 'they were'} before`
      : '';
  const again = alsoIn
    .map((other) => `Load ${other.load} (${other.file}) had some of the same rows: load that file again.\n`)
    .join('');
  return `Load ${load} (${file}) is undone: ${whole.format(removed)} ${removed === 1 ? 'row was' : 'rows were'} taken out${back}.\n${again}`;
}
