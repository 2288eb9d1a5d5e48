import { STAGE_NAMES } from '../codeNames.ts';
import { optional } from '../column.ts';
import { choice, code, firstDay, lastDay, municipality, reference, text } from '../columns.ts';
import { table } from '../table.ts';

export const projects = table({
  name: 'projects',
  danish: ['projekter'],
  about: 'The digitalisation efforts.',
  columns: {
    project: code(['projekt', 'projektkode', 'projektnummer'], 'the project’s code'),
    name: text(['navn', 'projektnavn', 'titel'], 'the project’s name'),
    municipality: municipality(['kommune']),
    department: optional(reference(['afdeling', 'forvaltning'], 'department')),
    field: optional(text(['fagområde', 'område'], 'the field, e.g. Ældre og sundhed', 200)),
    technology: optional(text(['teknologi'], 'the technology, e.g. RPA', 200)),
    stage: optional(choice(['fase', 'stadie', 'trin'], STAGE_NAMES)),
    started: optional(firstDay(['startet', 'start', 'startdato'])),
    live: optional(firstDay(['idriftsat', 'i drift', 'idriftsættelse', 'driftsdato'])),
    ended: optional(lastDay(['afsluttet', 'slut', 'slutdato'])),
    owner: optional(text(['ejer', 'projektejer', 'ansvarlig'], 'who answers for it')),
    owner_email: optional(
      text(['ejers e-mail', 'ejer e-mail', 'ejer mail', 'e-mail', 'mail'], 'the owner’s e-mail'),
    ),
    contact: optional(text(['kontakt', 'kontaktperson'], 'whom to ask')),
    goal: optional(text(['mål', 'formål'], 'the goal it serves')),
    summary: optional(text(['resumé', 'beskrivelse', 'sammenfatning'], 'what it is, in some sentences')),
  },
  key: ['project'],
  target: 'project',
  targetKey: ['project'],
  municipality: (values) => values.municipality,
  record: (values) => ({ ...values, municipality: values.municipality.municipality }),
});
