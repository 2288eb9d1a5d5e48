import { useTranslation } from 'react-i18next';
import type { PlanComparison, PlanVersion } from '../../../server/contract/plan.ts';
import type { Reason } from '../../../server/domain/codes.ts';
import type { PlanFigure } from '../../../server/domain/explain/figures.ts';
import * as format from '../../format.ts';
import { Explained } from '../explain/Explained.tsx';
import { Sentence } from '../Sentence.tsx';
import { Unknown } from '../Unknown.tsx';

interface Of {
  figure: PlanFigure;
  version: number;
  /** Null is all of the plan's years. */
  year: number | null;
}

/** A figure of a plan, which opens how it was calculated. */
export function OfPlan({ children, ...of }: Of & { children: string }) {
  return <Explained {...useAsked(of)}>{children}</Explained>;
}

/** A figure of a plan that is unknown, which opens what is lacking. */
export function UnknownOfPlan({
  reason,
  brief,
  ...of
}: Of & { reason: Reason | undefined; brief?: boolean }) {
  return <Unknown {...useAsked(of)} reason={reason} brief={brief ?? false} />;
}

function useAsked({ figure, version, year }: Of) {
  const { t } = useTranslation();
  const of = year === null ? t('plan.total') : String(year);
  return {
    figure,
    label: `${t(`plan.${LABEL[figure]}`)}, ${of}`,
    choice: { version: String(version), year: year === null ? undefined : String(year) },
  };
}

const LABEL = {
  scenario0: 'scenario0',
  scenario1: 'scenario1',
  plannedRisk: 'risk',
  plannedNet: 'plannedNet',
  plannedSoFar: 'how.soFar',
  realisedNet: 'actualNet',
  deviation: 'deviation',
  deviationShare: 'deviation',
  plannedCumulative: 'plannedNet',
  plannedBreakEven: 'plannedNet',
} as const satisfies Record<PlanFigure, string>;

interface RealisedProps {
  row: PlanComparison;
  version: number;
  until: string | null;
}

/** What came of a year in its fully measured months: net, and the gains and costs that it is made of. */
export function Realised({ row, version, until }: RealisedProps) {
  const { t } = useTranslation();
  const { year, net, gains, costs, reasons } = row;
  const last = `${year}-12`;
  const asked = {
    from: `${year}-01`,
    until: until !== null && until < last ? until : last,
  };
  const figure = (name: 'gains' | 'costs', value: number) => (
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
        <UnknownOfPlan figure="realisedNet" version={version} year={year} reason={reasons.net} />
      ) : (
        <OfPlan figure="realisedNet" version={version} year={year}>
          {format.kroner(net)}
        </OfPlan>
      )}
      {gains !== null ? (
        <small>
          <Sentence text={(m) => t('plan.partGains', m)} put={{ gains: figure('gains', gains) }} />
        </small>
      ) : null}
      {gains !== null && costs !== null ? (
        <small>
          <Sentence text={(m) => t('plan.partCosts', m)} put={{ costs: figure('costs', costs) }} />
        </small>
      ) : null}
    </>
  );
}

/** The net of the years that are both planned and measured, year by year. */
export function RealisedTotal({
  version: { version, total },
  text = format.kroner,
}: {
  version: PlanVersion;
  text?: (kroner: number) => string;
}) {
  if (total.net === null) {
    return (
      <UnknownOfPlan figure="realisedNet" version={version} year={null} reason={total.reasons.net} brief />
    );
  }
  return (
    <OfPlan figure="realisedNet" version={version} year={null}>
      {text(total.net)}
    </OfPlan>
  );
}
