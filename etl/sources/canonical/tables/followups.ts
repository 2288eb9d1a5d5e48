import { FOLLOWUP_NAMES } from '../codeNames.ts';
import { optional } from '../column.ts';
import { choice, lastDay, reference, text } from '../columns.ts';
import { table } from '../table.ts';

export const followups = table({
  name: 'followups',
  danish: ['opfølgninger', 'opfølgning'],
  about: 'When a benefit is to be followed up, and how it went.',
  columns: {
    benefit: reference(['gevinst', 'gevinstkode'], 'benefit'),
    due: lastDay(['frist', 'senest', 'forfald']),
    done: optional(lastDay(['udført', 'gjort', 'fulgt op'])),
    status: optional(choice(['status'], FOLLOWUP_NAMES)),
    note: optional(text(['note', 'bemærkning', 'kommentar'])),
  },
  key: ['benefit', 'due'],
  target: 'followup',
  targetKey: ['benefit', 'due'],
  record: (values) => values,
});
