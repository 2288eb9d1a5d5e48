import { RUN_STATUS_NAMES } from '../codeNames.ts';
import { optional } from '../column.ts';
import { choice, code, count, instant, reference, text } from '../columns.ts';
import type { TableShape } from '../table.ts';

/**
 * One transaction handled by a robot. It is read and written by its own fast path; this says what its columns are.
 */
export const runs = {
  name: 'runs',
  danish: ['transaktioner', 'kørsler'],
  about:
    'One row for each transaction that a robot has finished with. The transaction’s own id is kept only as a keyed hash. A run that comes again with a later `ended` replaces the earlier one.',
  columns: {
    robot: reference(['robot id', 'robotkode'], 'robot'),
    transaction: code(
      ['transaktion', 'transaktions-id', 'sagsnummer', 'reference'],
      'the source’s id of the transaction',
    ),
    started: optional(instant(['startet', 'start', 'starttid'])),
    ended: instant(['afsluttet', 'slut', 'sluttid']),
    status: choice(['status', 'resultat', 'udfald'], RUN_STATUS_NAMES),
    items: optional(
      count(['antal', 'sager', 'enheder'], 'how many items it handled; 1 when it does not say'),
    ),
    reason: optional(text(['årsag', 'fejlbesked'], 'why it was no success')),
  },
  key: ['robot', 'transaction'],
} as const satisfies TableShape;
