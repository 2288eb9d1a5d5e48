import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Benefit, CalculationInput } from '../../../server/contract/benefits.ts';
import type { CardChoices } from '../../../server/contract/card.ts';
import { type Card, type CardInput, targetRole } from '../../../server/domain/card.ts';
import * as format from '../../format.ts';
import { periodText } from '../measuring/words.ts';
import { methodWords } from '../methodWords.ts';
import { unitPer } from '../unitPer.ts';
import { CardFigures } from './CardFigures.tsx';
import { CardSteps } from './CardSteps.tsx';

interface Props {
  card: Card;
  choices: CardChoices;
  /** Its figures until now; none while it is set aside. */
  benefit: Benefit | undefined;
}

/** A benefit's card to read, and to print on one page of A4. What is not said is left out. */
export function CardSheet({ card, choices, benefit }: Props) {
  const { t } = useTranslation();
  const tags = [
    t(`card.type.${card.type}`),
    card.method === 'indicator'
      ? null
      : card.cashable === null
        ? null
        : t(`card.cashable.${card.cashable ? 'yes' : 'no'}`),
    card.department,
  ].filter((tag) => tag !== null);
  return (
    <article className="card-sheet">
      <ul className="card-tags">
        {tags.map((tag) => (
          <li key={tag}>{tag}</li>
        ))}
      </ul>
      {card.change ? <p className="card-change">{card.change}</p> : null}
      <CardFigures card={card} choices={choices} benefit={benefit} />
      <div className="card-parts">
        <div>
          <Measuring card={card} benefit={benefit} />
          <CardSteps card={card} />
        </div>
        <div>
          <People card={card} />
          <Terms card={card} />
        </div>
      </div>
    </article>
  );
}

function Measuring({ card, benefit }: Pick<Props, 'card' | 'benefit'>) {
  const { t } = useTranslation();
  const measured = benefit?.inputs ?? [];
  const rows = [...measured, ...card.inputs.map((input) => ({ ...input, phase: 'before' as const }))];
  return (
    <section>
      <h2>{t('card.section.measure')}</h2>
      <dl className="card-facts">
        {card.inputs.map((input) => (
          <Fact key={input.role} name={input.name}>
            <InputText input={input} judged={input.role === targetRole(card)} benefit={benefit} />
          </Fact>
        ))}
        <Fact name={t('card.field.frequency')}>
          {card.frequency && t(`card.frequency.${card.frequency}`)}
        </Fact>
        <Fact name={t('card.sheet.method')}>{methodWords(t, card.method, rows)}</Fact>
        <Fact name={t('card.field.attribution')}>
          {card.attribution < 1 ? t('card.sheet.share', { share: format.share(card.attribution) }) : null}
        </Fact>
      </dl>
    </section>
  );
}

interface InputProps {
  input: CardInput;
  /** Whether it is what the benefit is judged by, whose latest value stands above. */
  judged: boolean;
  benefit: Benefit | undefined;
}

/** Unit, which way is better, the value before with its day and sample, the latest after, and how it is measured. */
function InputText({ input, judged, benefit }: InputProps) {
  const { t, i18n } = useTranslation();
  const { baseline } = input;
  const direct = judged && benefit?.reasons.changePercent === 'measured-directly';
  const after = benefit?.inputs
    .filter((row) => row.role === input.role && row.phase === 'after')
    .reduce<CalculationInput | undefined>((a, b) => (a && a.from > b.from ? a : b), undefined);
  if (input.measure?.startsWith('robot:')) return t('card.sheet.robot');
  const value = baseline
    ? t('card.sheet.baselineOf', {
        value: `${format.measured(baseline.value, input.unit)}${baseline.per ? ` ${t(`per.${baseline.per}`)}` : ''}`,
        days: periodText(t, baseline, i18n.language),
      })
    : t(direct ? 'reason.measured-directly' : 'card.sheet.noBaseline');
  const sample = baseline?.n ? `, ${t('card.sheet.sample', { n: format.count(baseline.n) })}` : '';
  const latest = after
    ? t('card.sheet.baselineOf', {
        value: format.measured(after.value, unitPer({ unit: input.unit, per: after.per }, t)),
        days: periodText(t, after, i18n.language),
      })
    : t('card.sheet.noAfter');
  const lines: [string, string | null | undefined][] = [
    [t('card.sheet.best'), judged ? t(`card.sheet.better.${input.better}`) : null],
    // What is only counted needs no figure from before.
    [t('card.sheet.before'), input.role === 'volume' && !baseline ? null : value + sample],
    [
      t('card.sheet.after'),
      judged || !benefit ? null : latest + (after?.basis === 'expected' ? `, ${t('basis.expected')}` : ''),
    ],
    [t('card.field.note'), baseline?.note],
    [t('card.field.how'), input.how],
    [t('card.field.source'), input.source],
  ];
  return lines.flatMap(([name, text]) => (text ? [`${name}: ${text}`] : [])).join('\n') || input.unit;
}

function People({ card }: { card: Card }) {
  const { t } = useTranslation();
  const owner = [card.owner, card.ownerEmail].filter(Boolean).join('\n');
  return (
    <section>
      <h2>{t('card.section.people')}</h2>
      <dl className="card-facts">
        <Fact name={t('card.field.owner')}>{owner || t('followup.noOwner')}</Fact>
        <Fact name={t('card.field.measuredBy')}>{card.measuredBy}</Fact>
        <Fact name={t('card.field.department')}>{card.department}</Fact>
      </dl>
    </section>
  );
}

const TERMS = ['confidence', 'phaseIn', 'assumptions', 'dependencies', 'risks', 'deviation'] as const;

function Terms({ card }: { card: Card }) {
  const { t, i18n } = useTranslation();
  const day = (value: string | null) => value && format.day(value, i18n.language);
  const said = TERMS.some((name) => card[name] !== null) || card.evidence.length > 0 || card.from || card.to;
  if (!said) return null;
  return (
    <section>
      <h2>{t('card.section.terms')}</h2>
      <dl className="card-facts">
        <Fact name={t('card.field.startDay')}>{day(card.from)}</Fact>
        <Fact name={t('card.field.endDay')}>{day(card.to)}</Fact>
        {TERMS.map((name) => (
          <Fact key={name} name={t(`card.field.${name}`)}>
            {card[name]}
          </Fact>
        ))}
        <Fact name={t('card.field.evidence')}>
          {card.evidence.length === 0
            ? null
            : card.evidence.map((address) => (
                <a key={address} href={address} target="_blank" rel="noreferrer">
                  {`${address}\n`}
                </a>
              ))}
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === undefined || children === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
