/** Texts of the pages that are fetched when they are first wanted. */
import type { areas as danish } from '../da/areas.ts';
import { card } from './card.ts';
import { changes } from './changes.ts';
import { explanation } from './explanation.ts';
import { followup } from './followup.ts';
import { goals } from './goals.ts';
import { intake } from './intake.ts';
import { map } from './map.ts';
import { mapping } from './mapping.ts';
import { measuring } from './measuring.ts';
import { plan } from './plan.ts';
import { robotWork } from './robotWork.ts';
import { told } from './told.ts';

export const areas: typeof danish = {
  card,
  changes,
  explanation,
  followup,
  goals,
  intake,
  map,
  mapping,
  measuring,
  plan,
  robotWork,
  told,
};
