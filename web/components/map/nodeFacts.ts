import type { TFunction } from 'i18next';
import type { ExplainedFigure } from '../../../server/contract/explanations.ts';
import type { GoalSum, MapBenefit, MapNode } from '../../../server/contract/map.ts';
import * as format from '../../format.ts';
import { unitPer } from '../unitPer.ts';

/** A line of figures in a box: `text` says it, given the text of each figure in it. */
export interface Fact {
  put: Partial<Record<ExplainedFigure, string>>;
  text: (put: Partial<Record<ExplainedFigure, string>>) => string;
}

/** A line as it reads. */
export function factText({ put, text }: Fact): string {
  return text(put);
}

const said = (text: string): Fact => ({ put: {}, text: () => text });
const figure = (name: ExplainedFigure, text: string): Fact => ({
  put: { [name]: text },
  text: (put) => put[name] ?? '',
});

/** The lines of figures in a box; what is unknown says why. */
export function nodeFacts(node: MapNode, t: TFunction, language: string): Fact[] {
  const { costs, benefit, goal, shared } = node;
  const also = shared > 0 ? [said(t('map.shared', { count: shared }))] : [];
  if (costs) {
    const reason = t(`reason.${costs.reasons.costs ?? 'no-costs'}`);
    const known = costs.costs !== null;
    const amount = format.money(costs.costs ?? 0);
    return [
      figure(
        'costs',
        known ? t('map.spent', { amount }) : t('map.spentUnknown', { reason: sentence(reason) }),
      ),
    ];
  }
  if (benefit) return [...benefitFacts(benefit, t), ...targetFact(benefit, t, language)];
  if (goal) return [...goalFacts(goal, t), ...also];
  return also;
}

/** What came of a benefit: kroner and hours, or before and now. */
export function benefitFacts(b: MapBenefit, t: TFunction): Fact[] {
  const hours = b.hours === null ? [] : [t('map.hours', { hours: format.hours(b.hours) })];
  if (b.method === 'indicator') return [measuredFact(b, t)];
  if (b.gains !== null) {
    const gains = t('map.gains', { amount: format.money(b.gains) });
    return [
      {
        put: { gains, ...(hours[0] === undefined ? {} : { hours: hours[0] }) },
        text: (put) => [put.gains, put.hours].filter(Boolean).join(' · '),
      },
    ];
  }
  const reason = sentence(t(`reason.${b.reasons.gains ?? 'no-data'}`));
  return [figure('gains', t('map.gainsUnknown', { reason })), ...hours.map((text) => figure('hours', text))];
}

/** The latest measurement beside the one before the change, or that it is not known. */
function measuredFact(benefit: MapBenefit, t: TFunction): Fact {
  const { before, after, difference, expected, reasons } = benefit;
  const direct = reasons.changePercent === 'measured-directly';
  const value = (known: number) => format.measured(known, unitPer(benefit, t));
  const now = (known: number) => (expected ? `${value(known)} (${t('basis.expected')})` : value(known));
  if (before !== null && after !== null && !direct) {
    return {
      put: { before: value(before), after: now(after) },
      text: (put) => t('map.fromTo', { before: put.before ?? '', after: put.after ?? '' }),
    };
  }
  if (after !== null && !direct) return figure('after', t('map.now', { after: now(after) }));
  if (difference !== null) return figure('difference', t('map.saved', { difference: value(difference) }));
  return figure(
    'before',
    before === null ? t('map.unmeasured') : t('map.onlyBefore', { before: value(before) }),
  );
}

function targetFact(benefit: MapBenefit, t: TFunction, language: string): Fact[] {
  const { target, targetDue } = benefit;
  if (target === null || targetDue === null) return [];
  const due = format.day(targetDue, language);
  return [
    {
      put: { target: format.measured(target, unitPer(benefit, t)) },
      text: (put) => t('map.target', { target: put.target ?? '', due }),
    },
  ];
}

function goalFacts({ benefits, monetary, known, gains, reasons }: GoalSum, t: TFunction): Fact[] {
  if (benefits === 0) return [said(t('map.carriedByNone'))];
  const carried = said(t('map.carriedBy', { count: benefits }));
  const sum = (text: string) => [carried, figure('goalGains', text)];
  if (monetary === 0) return sum(t('map.notMoney'));
  if (gains === null) {
    return sum(t('map.sumUnknown', { reason: sentence(t(`reason.${reasons.gains ?? 'no-data'}`)) }));
  }
  const amount = format.money(gains);
  if (known < monetary) return sum(t('map.sumOf', { amount, known, monetary }));
  return sum(t(monetary < benefits ? 'map.sumSome' : 'map.sum', { amount, count: monetary }));
}

/** `der mangler en timepris` → `Der mangler en timepris.` */
function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}
