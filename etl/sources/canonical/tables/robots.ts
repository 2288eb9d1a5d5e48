import { optional } from '../column.ts';
import { code, firstDay, lastDay, reference, text } from '../columns.ts';
import { table } from '../table.ts';

export const robots = table({
  name: 'robots',
  danish: ['robotter'],
  about: 'The robots, each of one project.',
  columns: {
    robot: code(['robot id', 'robotkode'], 'the robot’s code'),
    project: reference(['projekt', 'projektkode'], 'project'),
    name: text(['navn', 'robotnavn'], 'the robot’s name'),
    platform: optional(text(['platform'], 'what it runs on')),
    queue: optional(text(['kø', 'proces'], 'its queue’s or process’s name in the source')),
    live: optional(firstDay(['idriftsat', 'i drift', 'idriftsættelse'])),
    retired: optional(lastDay(['udfaset', 'pensioneret', 'nedlagt'])),
  },
  key: ['robot'],
  needs: ['robot'],
  target: 'robot',
  targetKey: ['robot'],
  record: (values, known) => ({ ...values, robot_id: known.robotId(values.robot) }),
});
