import { useTranslation } from 'react-i18next';
import type { BusinessCase, ProjectSeries } from '../../server/contract/report.ts';
import * as format from '../format.ts';
import { Unknown } from './Unknown.tsx';

/** What a project was worth by its month, in a sentence; and what is expected of it where that lies ahead. */
export function ProjectHeadline({ report, series }: { report: BusinessCase; series: ProjectSeries }) {
  const { t, i18n } = useTranslation();
  const month = (value: string) => format.month(value, i18n.language);
  const { net, roi } = report.totals;
  const incomplete = report.months.filter((m) => m.basis === 'incomplete').length;
  const ahead = series.horizon !== null && report.until !== null && series.horizon > report.until;
  if (report.until === null) return t('project.noData');
  return (
    <>
      {net === null ? (
        <>
          {t('project.until', { month: month(report.until) })} <Unknown reason={report.reasons.net} />
        </>
      ) : (
        <>
          {t(net < 0 ? 'project.lost' : 'project.gained', {
            month: month(report.until),
            amount: format.money(Math.abs(net)),
          })}
          {roi === null ? null : ` ${t('project.roi', { roi: format.share(roi) })}`}
        </>
      )}
      {incomplete > 0 ? (
        <small className="caution">{t('incomplete.months', { count: incomplete })}</small>
      ) : null}
      {ahead && series.totals.net !== null && series.horizon !== null ? (
        <small>
          {t('project.expected', {
            month: month(series.horizon),
            net: format.money(series.totals.net),
            roi: series.totals.roi === null ? t('unknown') : format.share(series.totals.roi),
          })}
        </small>
      ) : null}
    </>
  );
}
