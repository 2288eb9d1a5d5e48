import { text } from '../columns.ts';
import { table } from '../table.ts';

export const links = table({
  name: 'links',
  danish: ['forbindelser', 'sammenhænge', 'gevinstkort'],
  about: 'The arrows of the benefit map: from solutions over changes and benefits to goals.',
  columns: {
    from: text(['fra'], 'a code or a short text', 300),
    to: text(['til'], 'a code or a short text', 300),
  },
  key: ['from', 'to'],
  target: 'link',
  targetKey: ['from_node', 'to_node'],
  record: ({ from, to }) => ({ from_node: from, to_node: to }),
});
