import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Benefit } from '../../../server/contract/benefits.ts';
import type { CardChoices } from '../../../server/contract/card.ts';
import type { ExplainedFigure, ProjectChoice } from '../../../server/contract/explanations.ts';
import { type Card, targetRole } from '../../../server/domain/card.ts';
import * as format from '../../format.ts';
import { Explained } from '../explain/Explained.tsx';
import { lackingText } from '../lackingText.ts';
import { unitPer } from '../unitPer.ts';
import { EstimateFormula } from './EstimateFormula.tsx';
import { estimated, estimateExplained } from './estimated.ts';

interface Props {
  card: Card;
  choices: CardChoices;
  benefit: Benefit | undefined;
}

/** Before, now, target; what it is expected to give a year, and what it has given. */
export function CardFigures({ card, choices, benefit }: Props) {
  const { t, i18n } = useTranslation();
  const input = card.inputs.find((i) => i.role === targetRole(card));
  const unit = input?.unit ?? '';
  const per = input?.baseline?.per ? t(`per.${input.baseline.per}`) : null;
  const last = card.targets.at(-1);
  const measure = input?.measure ?? undefined;
  const day = (value: string) => format.day(value, i18n.language);
  const expected = estimated(card, choices).at(-1)?.likely;
  const money = card.method !== 'indicator';
  const direct = benefit?.reasons.changePercent === 'measured-directly';
  const explained =
    money && last && expected
      ? estimateExplained(card, choices, last.due, expected.kroner === null ? 'hours' : 'gains')
      : null;
  return (
    <>
      <dl className="card-figures">
        <Figure
          name={t('card.sheet.before')}
          value={input?.baseline ? format.measured(input.baseline.value, unit) : null}
          figure={
            benefit && (!input?.baseline || benefit.before === input.baseline.value) ? 'before' : 'measured'
          }
          choice={{ measure, phase: 'before', day: input?.baseline?.from }}
          none={t(direct ? 'reason.measured-directly' : 'card.sheet.noBaseline')}
          note={per ?? (input?.baseline ? day(input.baseline.from) : null)}
        />
        {benefit ? (
          <Figure
            name={t('card.sheet.now')}
            value={
              benefit.after === null
                ? null
                : format.measured(benefit.after, unitPer({ unit, per: benefit.per }, t))
            }
            figure="after"
            none={t(direct ? 'reason.measured-directly' : 'card.sheet.noAfter')}
            note={
              benefit.expected ? (
                t('basis.expected')
              ) : benefit.changePercent === null ? null : (
                <Explained figure="changePercent" label={benefit.name} benefit={benefit.benefit}>
                  {format.signedPercent(benefit.changePercent)}
                </Explained>
              )
            }
          />
        ) : null}
        <Figure
          name={t('card.sheet.target')}
          value={
            last
              ? format.measured(last.likely, unitPer({ unit, per: input?.baseline?.per ?? null }, t))
              : null
          }
          figure={last ? 'measureTarget' : 'target'}
          choice={{ measure, day: last?.due }}
          none={t('card.sheet.noTarget')}
          note={last ? t(direct ? 'card.sheet.dueDirect' : 'card.sheet.due', { due: day(last.due) }) : null}
        />
        {money && expected && expected.hours !== null ? (
          <Figure
            name={t('card.sheet.expected')}
            value={t('card.result.hours', { hours: format.hours(expected.hours) })}
            figure={benefit && 'expectedHours'}
            none=""
            note={
              expected.kroner === null ? (
                t('card.result.noRate')
              ) : benefit ? (
                <Explained figure="expectedGains" label={t('card.sheet.expected')} benefit={benefit.benefit}>
                  {format.kroner(expected.kroner)}
                </Explained>
              ) : (
                format.kroner(expected.kroner)
              )
            }
          />
        ) : money && expected && expected.kroner !== null ? (
          <Figure
            name={t('card.sheet.expected')}
            value={format.kroner(expected.kroner)}
            figure={benefit && 'expectedGains'}
            none=""
            note={null}
          />
        ) : null}
        {money && benefit ? <Realised benefit={benefit} /> : null}
      </dl>
      {explained ? <EstimateFormula explained={explained} /> : null}
    </>
  );
}

function Realised({ benefit }: { benefit: Benefit }) {
  const { t } = useTranslation();
  const { hours, gains, reasons } = benefit;
  const inHours = hours !== null ? t('card.result.hours', { hours: format.hours(hours) }) : null;
  const inKroner = gains !== null ? format.kroner(gains) : null;
  const why = reasons.gains ?? reasons.hours ?? 'no-observations';
  const none = lackingText(t, benefit) ?? t(`reason.${why}`);
  return (
    <Figure
      name={t('card.sheet.realised')}
      value={inHours ?? inKroner}
      figure={inHours ? 'hours' : 'gains'}
      none={none}
      note={
        inHours ? (
          <Explained figure="gains" label={benefit.name} benefit={benefit.benefit}>
            {inKroner ?? t(`reason.${why}`)}
          </Explained>
        ) : null
      }
    />
  );
}

interface FigureProps {
  name: string;
  value: string | null;
  none: string;
  note: ReactNode;
  figure?: ExplainedFigure | undefined;
  /** Of a figure of the measure: which of its measurements or targets. */
  choice?: ProjectChoice;
}

function Figure({ name, value, none, note, figure, choice }: FigureProps) {
  const params = useParams({ from: '/projekt/$project/gevinst/$benefit' });
  const ofMeasure = figure === 'measured' || figure === 'measureTarget';
  const opened = (text: string) =>
    figure && text !== '' ? (
      <Explained
        figure={figure}
        label={name}
        benefit={ofMeasure ? undefined : params.benefit}
        choice={ofMeasure ? choice : undefined}
      >
        {text}
      </Explained>
    ) : (
      text
    );
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value === null ? <span className="unknown">{opened(none)}</span> : <strong>{opened(value)}</strong>}
        {note ? <small>{note}</small> : null}
      </dd>
    </div>
  );
}
