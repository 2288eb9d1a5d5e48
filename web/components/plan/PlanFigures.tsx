import { useTranslation } from 'react-i18next';
import type { PlanComparison, PlanVersion } from '../../../server/contract/plan.ts';
import * as format from '../../format.ts';
import { Calculated } from '../explain/Calculated.tsx';
import { Explained } from '../explain/Explained.tsx';
import { Sentence } from '../Sentence.tsx';
import { Unknown } from '../Unknown.tsx';

const kr = (name: string, value: number) => ({ name, value, unit: 'kr' as const, own: null });
const sign = (is: '+' | '−' | '÷' | '(' | ')') => ({ sign: is });

/** Planned net = scenario 0 − scenario 1 − risk. */
export function PlannedNet({ planned, of }: { planned: PlanVersion['planned']; of: string }) {
  const { t } = useTranslation();
  return (
    <Calculated
      label={`${t('plan.plannedNet')}, ${of}`}
      words={t('plan.how.plannedNet')}
      formula={[
        kr(t('plan.scenario0'), planned.scenario0),
        sign('−'),
        kr(t('plan.scenario1'), planned.scenario1),
        sign('−'),
        kr(t('plan.risk'), planned.risk),
      ]}
      result={{ value: planned.net, unit: 'kr', own: null }}
    >
      {format.kroner(planned.net)}
    </Calculated>
  );
}

/** What came of a year in its fully measured months: net, and the gains and costs that it is made of. */
export function Realised({ row, until }: { row: PlanComparison; until: string | null }) {
  const { t } = useTranslation();
  const { year, net, gains, costs, reasons } = row;
  const last = `${year}-12`;
  const asked = {
    from: `${year}-01`,
    until: until !== null && until < last ? until : last,
  };
  const figure = (name: 'net' | 'gains' | 'costs', value: number) => (
    <Explained
      {...asked}
      figure={name}
      label={`${t(`figures.${name}`)}, ${year}`}
      choice={{ basis: 'actual', sum: 'known' }}
    >
      {format.kroner(value)}
    </Explained>
  );
  return (
    <>
      {net === null ? (
        <Unknown
          {...asked}
          figure="net"
          label={`${t('figures.net')}, ${year}`}
          choice={{ basis: 'actual' }}
          reason={reasons.net}
        />
      ) : (
        figure('net', net)
      )}
      {gains !== null && costs !== null ? (
        <>
          <small>
            <Sentence text={(m) => t('plan.partGains', m)} put={{ gains: figure('gains', gains) }} />
          </small>
          <small>
            <Sentence text={(m) => t('plan.partCosts', m)} put={{ costs: figure('costs', costs) }} />
          </small>
        </>
      ) : null}
    </>
  );
}

/** The net of the years that are both planned and measured, year by year. */
export function RealisedTotal({
  version: { years, total },
  text = format.kroner,
}: {
  version: PlanVersion;
  text?: (kroner: number) => string;
}) {
  const { t } = useTranslation();
  if (total.net === null) return <Unknown reason={total.reasons.net} brief />;
  const counted = years.filter((y) => y.plannedSoFar !== null && y.costs !== null && y.net !== null);
  return (
    <Calculated
      label={`${t('plan.actualNet')}, ${t('plan.total')}`}
      words={t('plan.how.total')}
      formula={counted.flatMap((y, i) => [...(i === 0 ? [] : [sign('+')]), kr(String(y.year), y.net ?? 0)])}
      result={{ value: total.net, unit: 'kr', own: null }}
    >
      {text(total.net)}
    </Calculated>
  );
}

interface DeviationProps {
  row: Pick<PlanComparison, 'net' | 'deviation' | 'share' | 'plannedSoFar'>;
  of: string;
  /** How the amount is written, with its sign unless the sentence says which way. */
  children: string;
}

/** Deviation = realised net − the plan's share for the same months. */
export function DeviationAmount({ row, of, children }: DeviationProps) {
  const { t } = useTranslation();
  return (
    <Calculated
      label={`${t('plan.deviation')}, ${of}`}
      words={t('plan.how.deviation')}
      formula={[
        kr(t('plan.actualNet'), row.net ?? 0),
        sign('−'),
        kr(t('plan.how.soFar'), row.plannedSoFar ?? 0),
      ]}
      result={{ value: row.deviation ?? 0, unit: 'kr', own: null }}
    >
      {children}
    </Calculated>
  );
}

/** Deviation ÷ the size of the plan's share for the same months. */
export function DeviationShare({ row, of }: Omit<DeviationProps, 'children'>) {
  const { t } = useTranslation();
  if (row.share === null) return null;
  return (
    <Calculated
      label={`${t('plan.deviation')}, ${of}`}
      words={t('plan.how.share')}
      formula={[
        kr(t('plan.deviation'), row.deviation ?? 0),
        sign('÷'),
        kr(t('plan.how.soFar'), Math.abs(row.plannedSoFar ?? 0)),
      ]}
      result={{ value: row.share, unit: 'share', own: null }}
    >
      {format.signedPercent(row.share * 100)}
    </Calculated>
  );
}
