import { useTranslation } from 'react-i18next';
import type { BusinessCase, ProjectSeries } from '../../server/contract/report.ts';
import * as format from '../format.ts';
import { Explained } from './explain/Explained.tsx';
import { Sentence } from './Sentence.tsx';
import { Unknown } from './Unknown.tsx';

/** What a project was worth by its month, in a sentence; and what is expected of it where that lies ahead. */
export function ProjectHeadline({ report, series }: { report: BusinessCase; series: ProjectSeries }) {
  const { t, i18n } = useTranslation();
  const month = (value: string) => format.month(value, i18n.language);
  const { net, roi, gains } = report.totals;
  const only = report.reasons.net === 'no-costs' && gains !== null;
  const said = net !== null && net < 0 ? 'project.lost' : 'project.gained';
  const incomplete = report.months.filter((m) => m.basis === 'incomplete').length;
  const ahead = series.horizon !== null && report.until !== null && series.horizon > report.until;
  if (report.until === null) return t('project.noData');
  return (
    <>
      {only ? (
        <Sentence
          text={(marks) => t('project.gainedOnly', { month: month(report.until ?? ''), ...marks })}
          put={{
            amount: (
              <Explained figure="gains" label={t('figures.gains')}>
                {format.money(gains)}
              </Explained>
            ),
          }}
        />
      ) : net === null ? (
        <>
          {t('project.until', { month: month(report.until) })}{' '}
          <Unknown figure="net" label={t('figures.net')} reason={report.reasons.net} />
        </>
      ) : (
        <>
          <Sentence
            text={(marks) => t(said, { month: month(report.until ?? ''), ...marks })}
            put={{
              amount: (
                <Explained figure="net" label={t('figures.net')}>
                  {format.money(Math.abs(net))}
                </Explained>
              ),
            }}
          />
          {roi === null ? null : (
            <>
              {' '}
              <Sentence
                text={(marks) => t('project.roi', marks)}
                put={{
                  roi: (
                    <Explained figure="roi" label={t('figures.roi')}>
                      {format.share(roi)}
                    </Explained>
                  ),
                }}
              />
            </>
          )}
        </>
      )}
      {incomplete > 0 ? (
        <small className="caution">{t('incomplete.months', { count: incomplete })}</small>
      ) : null}
      {ahead && series.totals.net !== null && series.horizon !== null ? (
        <small>
          <Expected series={series} horizon={series.horizon} net={series.totals.net} />
        </small>
      ) : null}
    </>
  );
}

/** What is expected by the last month that any row reaches. */
function Expected({ series, horizon, net }: { series: ProjectSeries; horizon: string; net: number }) {
  const { t, i18n } = useTranslation();
  const { roi } = series.totals;
  return (
    <Sentence
      text={(marks) => t('project.expected', { month: format.month(horizon, i18n.language), ...marks })}
      put={{
        net: (
          <Explained figure="net" label={t('figures.net')} until={horizon}>
            {format.money(net)}
          </Explained>
        ),
        roi:
          roi === null ? (
            <Unknown
              figure="roi"
              label={t('figures.roi')}
              until={horizon}
              reason={series.reasons.roi}
              brief
            />
          ) : (
            <Explained figure="roi" label={t('figures.roi')} until={horizon}>
              {format.share(roi)}
            </Explained>
          ),
      }}
    />
  );
}
