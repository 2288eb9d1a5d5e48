import type { TFunction } from 'i18next';
import type { GoalSum, MapBenefit, MapNode } from '../../../server/contract/map.ts';
import * as format from '../../format.ts';
import { unitPer } from '../unitPer.ts';

/** The lines of figures in a box; what is unknown says why. */
export function nodeFacts(node: MapNode, t: TFunction, language: string): string[] {
  const { costs, benefit, goal, shared } = node;
  const also = shared > 0 ? [t('map.shared', { count: shared })] : [];
  if (costs) {
    const reason = t(`reason.${costs.reasons.costs ?? 'no-costs'}`);
    return [
      costs.costs === null
        ? t('map.spentUnknown', { reason: sentence(reason) })
        : t('map.spent', { amount: format.money(costs.costs) }),
    ];
  }
  if (benefit) return [...benefitFacts(benefit, t), ...targetFact(benefit, t, language)];
  if (goal) return [...goalFacts(goal, t), ...also];
  return also;
}

/** What came of a benefit: kroner and hours, or before and now. */
export function benefitFacts(b: MapBenefit, t: TFunction): string[] {
  const hours = b.hours === null ? null : t('map.hours', { hours: format.hours(b.hours) });
  if (b.method === 'indicator') return [measuredFact(b, t)];
  if (b.gains !== null) {
    return [[t('map.gains', { amount: format.money(b.gains) }), hours].filter(Boolean).join(' · ')];
  }
  const reason = sentence(t(`reason.${b.reasons.gains ?? 'no-data'}`));
  return [t('map.gainsUnknown', { reason }), ...(hours ? [hours] : [])];
}

/** The figure that the first line about a benefit is of. */
export function mainFigure(b: MapBenefit): 'gains' | 'after' | 'difference' | 'before' {
  if (b.method !== 'indicator') return 'gains';
  if (b.after !== null) return 'after';
  return b.difference === null ? 'before' : 'difference';
}

/** The latest measurement beside the one before the change, or that it is not known. */
function measuredFact(benefit: MapBenefit, t: TFunction): string {
  const { before, after, difference } = benefit;
  const value = (known: number) => format.measured(known, unitPer(benefit, t));
  if (before !== null && after !== null)
    return t('map.fromTo', { before: value(before), after: value(after) });
  if (after !== null) return t('map.now', { after: value(after) });
  if (difference !== null) return t('map.saved', { difference: value(difference) });
  if (before !== null) return t('map.onlyBefore', { before: value(before) });
  return t('map.unmeasured');
}

function targetFact(benefit: MapBenefit, t: TFunction, language: string): string[] {
  const { target, targetDue } = benefit;
  if (target === null || targetDue === null) return [];
  return [
    t('map.target', {
      target: format.measured(target, unitPer(benefit, t)),
      due: format.day(targetDue, language),
    }),
  ];
}

function goalFacts({ benefits, monetary, known, gains, reasons }: GoalSum, t: TFunction): string[] {
  if (benefits === 0) return [t('map.carriedByNone')];
  const carried = t('map.carriedBy', { count: benefits });
  if (monetary === 0) return [carried, t('map.notMoney')];
  if (gains === null) {
    return [carried, t('map.sumUnknown', { reason: sentence(t(`reason.${reasons.gains ?? 'no-data'}`)) })];
  }
  const amount = format.money(gains);
  if (known < monetary) return [carried, t('map.sumOf', { amount, known, monetary })];
  return [carried, t(monetary < benefits ? 'map.sumSome' : 'map.sum', { amount, count: monetary })];
}

/** `der mangler en timepris` → `Der mangler en timepris.` */
function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}
