import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../../server/contract/explanations.ts';
import type { Reason } from '../../../server/domain/codes.ts';
import { ANSWERS } from '../answering.ts';

/** What can be done about a figure that is unknown, and the page where it is done. */
const REMEDY = {
  'no-data': 'data',
  'no-costs': 'data',
  'no-rate': 'data',
  'no-benefits': 'benefit',
  'no-observations': 'measuring',
  'no-baseline': 'measuring',
  'no-after': 'measuring',
  'no-actual': 'measuring',
  'no-measure': 'card',
  'wrong-measure': 'card',
  'no-target': 'card',
  'not-said': 'card',
  'not-planned': 'plan',
} as const satisfies Partial<Record<Reason, string>>;

/** Why a figure is unknown, and what to do about it. */
export function Lacking({ explanation: { reason, project, benefit } }: { explanation: Explanation }) {
  const { t } = useTranslation();
  if (reason === null) return <p className="caution">{t('explanation.unknown', { reason: t('unknown') })}</p>;
  const why = t(`reason.${reason}`);
  if (ANSWERS.has(reason) || reason === 'measured-directly')
    return <p className="formula answer-of">{why}</p>;
  const known = reason in REMEDY ? (reason as keyof typeof REMEDY) : null;
  return (
    <div className="lacking">
      <p className="caution">{t('explanation.unknown', { reason: why })}</p>
      {known === null ? null : (
        <p>
          {t(`explanation.remedy.${known}`)}{' '}
          <Place place={REMEDY[known]} project={project} benefit={benefit} />
        </p>
      )}
    </div>
  );
}

interface PlaceProps {
  place: (typeof REMEDY)[keyof typeof REMEDY];
  project: string | null;
  benefit: string | null;
}

/** A portfolio's projects each have a page where it is done; its lines lead there. */
function Place({ place, project, benefit }: PlaceProps) {
  const { t } = useTranslation();
  if (place === 'data') return <Link to="/data">{t('explanation.place.data')}</Link>;
  if (project === null) return null;
  const params = { project };
  switch (place) {
    case 'benefit':
      return (
        <Link to="/projekt/$project/ny-gevinst" params={params}>
          {t('explanation.place.benefit')}
        </Link>
      );
    case 'plan':
      return (
        <Link to="/projekt/$project/plan" params={params}>
          {t('explanation.place.plan')}
        </Link>
      );
    case 'card':
      return benefit === null ? null : (
        <Link to="/projekt/$project/gevinst/$benefit" params={{ project, benefit }}>
          {t('explanation.place.card')}
        </Link>
      );
    case 'measuring':
      return (
        <Link to="/projekt/$project/maalinger" params={params}>
          {t('explanation.place.measuring')}
        </Link>
      );
  }
}
