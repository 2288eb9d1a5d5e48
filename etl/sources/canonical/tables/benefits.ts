import { ROBOT_PREFIX } from '../../../../server/queries/toInputs.ts';
import { Fault } from '../../../refusal.ts';
import { daysInOrder, missing } from '../checks.ts';
import { METHOD_NAMES } from '../codeNames.ts';
import { optional } from '../column.ts';
import { choice, code, firstDay, lastDay, percent, reference, text, yesNo } from '../columns.ts';
import { table } from '../table.ts';

/** The inputs without which a method gives nothing. */
const INPUTS = {
  per_item: ['volume', 'minutes'],
  hours: ['hours'],
  ratio: ['hours', 'ratio'],
  fte: ['fte'],
  amount: ['amount'],
  indicator: ['indicator'],
} as const;

export const benefits = table({
  name: 'benefits',
  danish: ['gevinster'],
  about: 'The gains of a project: how each is calculated, and from which measures.',
  columns: {
    benefit: code(['gevinst', 'gevinstkode'], 'the benefit’s code'),
    project: reference(['projekt', 'projektkode'], 'project'),
    name: text(['navn', 'gevinstnavn'], 'the benefit’s name'),
    type: choice(['type', 'gevinsttype'], {
      productivity: ['produktivitet', 'effektivisering'],
      budget: ['budget', 'økonomi'],
      quality: ['kvalitet'],
      society: ['samfund', 'samfundsgevinst'],
    }),
    method: choice(['metode', 'beregningsmetode'], METHOD_NAMES),
    volume: optional(code(['volumen', 'mængde', 'antal'], 'a measure, or robot: and a robot’s code')),
    minutes: optional(reference(['minutter', 'minutter pr sag'], 'measure')),
    hours: optional(reference(['timer'], 'measure')),
    ratio: optional(reference(['forhold', 'andel'], 'measure')),
    fte: optional(reference(['årsværk'], 'measure')),
    amount: optional(reference(['beløb'], 'measure')),
    indicator: optional(reference(['indikator'], 'measure')),
    rate: optional(code(['sats', 'timepris'], 'the code of a rate')),
    from: optional(firstDay(['fra', 'fra dato'])),
    to: optional(lastDay(['til', 'til dato'])),
    cashable: optional(yesNo(['udmøntet', 'udmøntet i budget', 'budgetudmøntet'])),
    attribution: optional(percent(['tilskrivning', 'andel af gevinst'])),
    owner: optional(text(['ejer', 'gevinstejer'], 'who answers for it')),
    owner_email: optional(
      text(['ejers e-mail', 'ejer e-mail', 'ejer mail', 'e-mail', 'mail'], 'the owner’s e-mail'),
    ),
    confidence: optional(text(['sikkerhed', 'usikkerhed'], 'how sure the figures are')),
    change: optional(text(['ændring', 'ændret praksis', 'ændret arbejdsgang'], 'the changed way of working')),
  },
  key: ['benefit'],
  needs: ['robot', 'measure'],
  check(values, known) {
    const { volume } = values;
    for (const input of INPUTS[values.method]) {
      if (values[input] === null)
        return missing(input, `its ${input}, because the method is ${values.method}`);
    }
    if (volume !== null && !isKnownVolume(volume, known)) {
      const expected = `a known measure, or ${ROBOT_PREFIX} and the code of a known robot`;
      return { column: 'volume', fault: new Fault('unknown-reference', expected) };
    }
    return values.from === null ? null : daysInOrder(values.from, values.to);
  },
  target: 'benefit',
  targetKey: ['benefit'],
  record: ({ from, to, ...values }) => ({ ...values, from_day: from, to_day: to }),
});

function isKnownVolume(
  volume: string,
  known: { robot: ReadonlyMap<string, unknown>; measure: ReadonlyMap<string, unknown> },
): boolean {
  return volume.startsWith(ROBOT_PREFIX)
    ? known.robot.has(volume.slice(ROBOT_PREFIX.length))
    : known.measure.has(volume);
}
