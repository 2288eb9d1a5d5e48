import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Benefit } from '../../../server/contract/benefits.ts';
import type { CardChoices } from '../../../server/contract/card.ts';
import { type Card, type CardInput, targetRole } from '../../../server/domain/card.ts';
import * as format from '../../format.ts';
import { periodText } from '../measuring/words.ts';
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
          <Measuring card={card} direct={benefit?.reasons.after === 'measured-directly'} />
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

function Measuring({ card, direct }: { card: Card; direct: boolean }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t('card.section.measure')}</h2>
      <dl className="card-facts">
        {card.inputs.map((input) => (
          <Fact key={input.role} name={input.name}>
            <InputText input={input} direct={direct && input.role === targetRole(card)} />
          </Fact>
        ))}
        <Fact name={t('card.field.frequency')}>
          {card.frequency && t(`card.frequency.${card.frequency}`)}
        </Fact>
        <Fact name={t('card.sheet.method')}>{t(`formula.${card.method}`)}</Fact>
        <Fact name={t('card.field.attribution')}>
          {card.attribution < 1 ? t('card.sheet.share', { share: format.share(card.attribution) }) : null}
        </Fact>
      </dl>
    </section>
  );
}

/** Unit, baseline with its day and sample, and how it is measured. `direct`: what was saved was measured, not before and after. */
function InputText({ input, direct }: { input: CardInput; direct: boolean }) {
  const { t, i18n } = useTranslation();
  const { baseline } = input;
  if (input.measure?.startsWith('robot:')) return t('card.sheet.robot');
  const value = baseline
    ? t('card.sheet.baselineOf', {
        value: `${format.measured(baseline.value, input.unit)}${baseline.per ? ` ${t(`per.${baseline.per}`)}` : ''}`,
        days: periodText(t, baseline, i18n.language),
      })
    : t(direct ? 'reason.measured-directly' : 'card.sheet.noBaseline');
  const sample = baseline?.n ? `, ${t('card.sheet.sample', { n: format.count(baseline.n) })}` : '';
  const lines: [string, string | null | undefined][] = [
    // What is only counted needs no figure from before.
    [t('card.sheet.before'), input.role === 'volume' && !baseline ? null : value + sample],
    [t('card.field.note'), baseline?.note],
    [t('card.field.how'), input.how],
    [t('card.field.source'), input.source],
  ];
  return lines.flatMap(([name, text]) => (text ? [`${name}: ${text}`] : [])).join('\n') || input.unit;
}

function People({ card }: { card: Card }) {
  const { t } = useTranslation();
  const owner = [card.owner, card.ownerEmail].filter(Boolean).join('\n');
  if (owner === '' && card.measuredBy === null && card.department === null) return null;
  return (
    <section>
      <h2>{t('card.section.people')}</h2>
      <dl className="card-facts">
        <Fact name={t('card.field.owner')}>{owner}</Fact>
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
