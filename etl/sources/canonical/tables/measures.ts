import { optional } from '../column.ts';
import { choice, code, reference, text } from '../columns.ts';
import { table } from '../table.ts';

export const measures = table({
  name: 'measures',
  danish: ['indikatorer', 'målepunkter'],
  about:
    'What is measured. A flow (items, hours, kr.) adds up over time; a level (minutes per item, a share, a score) holds.',
  columns: {
    measure: code(['måling', 'indikator', 'målepunkt', 'indikatorens kode'], 'the measure’s code'),
    project: reference(['projekt', 'projektkode'], 'project'),
    name: text(['navn'], 'the measure’s name'),
    unit: text(['enhed'], 'the unit, e.g. minutter', 100),
    kind: choice(['slags', 'art', 'måletype'], {
      flow: ['flow', 'strøm', 'mængde', 'styk', 'antal'],
      level: ['niveau', 'tilstand'],
    }),
    better: choice(['bedst', 'bedre', 'retning'], {
      higher: ['højere', 'højest', 'høj', 'stigende'],
      lower: ['lavere', 'lavest', 'lav', 'faldende'],
    }),
    source: optional(text(['kilde'], 'where the figures come from')),
    how: optional(text(['hvordan', 'målemetode'], 'how it is measured')),
  },
  key: ['measure'],
  target: 'measure',
  targetKey: ['measure'],
  record: (values) => values,
});
