import type { BASES, METHODS, PERS, STAGES } from '../../../server/domain/codes.ts';

/** Danish names of the codes that several columns, or the dashboard, share. */
type Names<T extends string> = Readonly<Record<T, readonly string[]>>;

export const STAGE_NAMES: Names<(typeof STAGES)[number]> = {
  submitted: ['indsendt', 'idé'],
  screening: ['screening'],
  prioritised: ['prioriteret'],
  sign_in: ['sign-in', 'igangsat'],
  analysis: ['analyse'],
  development: ['udvikling'],
  hypercare: ['hypercare', 'indkøring'],
  sign_off: ['sign-off', 'godkendt'],
  operation: ['drift', 'i drift'],
  retired: ['udfaset', 'lukket', 'pensioneret'],
};

export const METHOD_NAMES: Names<(typeof METHODS)[number]> = {
  per_item: ['pr. sag', 'pr. styk', 'pr. enhed'],
  hours: ['timer'],
  ratio: ['forhold'],
  fte: ['årsværk'],
  amount: ['beløb'],
  indicator: ['indikator'],
};

export const PER_NAMES: Names<(typeof PERS)[number]> = {
  day: ['dag', 'pr. dag', 'dagligt'],
  week: ['uge', 'pr. uge', 'ugentligt'],
  month: ['måned', 'pr. måned', 'månedligt'],
  year: ['år', 'pr. år', 'årligt'],
  period: ['periode', 'i alt'],
};

export const COST_PER_NAMES: Names<'once' | 'month' | 'year' | 'period'> = {
  once: ['engangs', 'én gang', 'engangsudgift'],
  month: PER_NAMES.month,
  year: PER_NAMES.year,
  period: PER_NAMES.period,
};

export const BASIS_NAMES: Names<(typeof BASES)[number]> = {
  actual: ['faktisk', 'realiseret', 'afholdt'],
  expected: ['forventet', 'skøn', 'budget', 'budgetteret'],
};

export const CATEGORY_NAMES: Names<
  | 'system_operation'
  | 'maintenance_support'
  | 'licences'
  | 'project_resources'
  | 'integrations'
  | 'acquisition'
  | 'hardware'
  | 'one_off_licences'
  | 'training'
  | 'other'
> = {
  system_operation: ['systemdrift', 'drift'],
  maintenance_support: ['vedligehold og support', 'vedligehold', 'support'],
  licences: ['licenser', 'licens'],
  project_resources: ['projektressourcer'],
  integrations: ['integrationer'],
  acquisition: ['anskaffelse', 'indkøb'],
  hardware: ['hardware'],
  one_off_licences: ['engangslicenser'],
  training: ['uddannelse', 'oplæring', 'kurser'],
  other: ['andet', 'øvrigt'],
};

export const FOLLOWUP_NAMES: Names<'on_track' | 'behind' | 'realised' | 'partly' | 'not_realised'> = {
  on_track: ['på sporet', 'følger planen'],
  behind: ['bagud', 'forsinket'],
  realised: ['realiseret', 'indfriet'],
  partly: ['delvist', 'delvist realiseret'],
  not_realised: ['ikke realiseret', 'ikke indfriet'],
};

export const RUN_STATUS_NAMES: Names<'success' | 'business_exception' | 'system_exception' | 'abandoned'> = {
  success: ['gennemført', 'succes', 'ok'],
  business_exception: ['forretningsfejl', 'forretningsundtagelse', 'afvist'],
  system_exception: ['systemfejl', 'teknisk fejl'],
  abandoned: ['opgivet', 'afbrudt'],
};
