import type { Reason } from '../domain/codes.ts';

/** Why a figure is unknown, in Danish: the pages and the mails say the same. */
export const reasonTexts = {
  'no-data': 'der er ingen data i perioden',
  'no-costs': 'der er ingen omkostninger registreret',
  'no-benefits': 'projektet har ingen gevinster endnu',
  'no-observations': 'der er ikke målt noget efter ændringen',
  'no-baseline': 'der mangler en måling før ændringen',
  'no-after': 'der mangler en måling efter ændringen',
  'not-over': 'der er målt, men måneden er ikke slut endnu',
  'only-expected': 'den er kun forventet, ikke målt endnu',
  'no-measure': 'gevinsten mangler en måling, som metoden kræver',
  'wrong-measure': 'en af gevinstens målinger er af en anden slags, end metoden kræver',
  'no-rate': 'der mangler en timepris for perioden',
  'no-hours': 'opgøres ikke i timer',
  'no-target': 'der er ikke sat et mål',
  'not-reached': 'endnu ikke',
  'never-negative': 'aldrig i minus',
  'not-monetary': 'opgøres ikke i kroner',
  'measured-directly': 'forskellen er målt direkte',
  'zero-baseline': 'målingen før er nul',
  'no-change-aimed': 'målet er det samme som udgangspunktet',
  'not-said': 'ikke angivet',
  'not-planned': 'ikke med i planen',
  'no-actual': 'ingen måneder er fuldt målt',
  'zero-plan': 'planen er nul',
  'not-counted': 'tallet er ikke en andel af et kendt antal',
} satisfies Record<Reason, string>;
