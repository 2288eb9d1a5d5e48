import { useTranslation } from 'react-i18next';
import type { Realisation } from '../../../server/contract/followups.ts';
import * as format from '../../format.ts';
import { Figure } from '../Figure.tsx';
import { fteNote } from '../fteNote.ts';

const YEAR = 12;

/** What the first year in operation came to, or as much of it as there are data of: the months that the report is due for. */
export function FirstYear({ report: { firstYear: y, costsRegistered } }: { report: Realisation }) {
  const { t, i18n } = useTranslation();
  if (y === null) return null;
  const { from, until, totals, reasons } = y;
  const period = { from, until };
  const month = (value: string) => format.month(value, i18n.language);
  return (
    <section aria-labelledby="report-year">
      <h2 id="report-year">
        {y.months === YEAR
          ? t('followup.report.wholeYear')
          : t('followup.report.firstYear', { count: y.months })}
      </h2>
      <p className="quiet">
        {t('followup.report.firstYearOf', { from: month(from), until: month(until) })}
        {y.months < YEAR ? ` ${t('followup.report.firstYearPart')}` : null}
      </p>
      {y.incompleteMonths > 0 ? (
        <p className="caution">{t('incomplete.months', { count: y.incompleteMonths })}</p>
      ) : null}
      <dl className="figures">
        <Figure
          figure="gains"
          label={t('figures.gains')}
          value={totals.gains}
          text={format.money}
          reason={reasons.gains}
          {...period}
        />
        <Figure
          figure="costs"
          label={t('figures.costs')}
          value={costsRegistered ? totals.costs : null}
          text={format.money}
          reason="no-costs"
          {...period}
        />
        <Figure
          figure="hours"
          label={t('figures.hours')}
          value={totals.hours}
          text={format.hours}
          reason={reasons.hours}
          {...period}
        />
        <Figure
          figure="fte"
          label={t('figures.fte')}
          value={totals.fte}
          text={format.oneDecimal}
          reason={reasons.fte}
          note={y.fteMonths === YEAR ? null : fteNote(t, y.fteMonths)}
          {...period}
        />
      </dl>
    </section>
  );
}
