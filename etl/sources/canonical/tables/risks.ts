import { kroner, percent, reference, text } from '../columns.ts';
import { table } from '../table.ts';

export const risks = table({
  name: 'risks',
  danish: ['risici', 'risikopulje'],
  about: 'What could make a project dearer: its probability times its consequence is the risk pool.',
  columns: {
    project: reference(['projekt', 'projektkode'], 'project'),
    risk: text(['risiko'], 'what could happen', 400),
    probability: percent(['sandsynlighed']),
    consequence_kr: kroner(['konsekvens', 'konsekvens kr'], 0),
  },
  key: ['project', 'risk'],
  target: 'risk',
  targetKey: ['project', 'risk'],
  record: ({ consequence_kr, ...values }) => ({ ...values, consequence_oere: consequence_kr }),
});
