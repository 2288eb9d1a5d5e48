import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Benefit } from '../../server/contract/benefits.ts';
import * as format from '../format.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import { Calculation } from './Calculation.tsx';
import { Explained } from './explain/Explained.tsx';
import { ExplainedRange } from './explain/ExplainedRange.tsx';
import { lackingText } from './lackingText.ts';
import { Unknown } from './Unknown.tsx';
import { WrongMeasure } from './WrongMeasure.tsx';

const SHOWN = 6;

/** A project's benefits, those with the largest gains first. */
export function Benefits({ benefits }: { benefits: readonly Benefit[] }) {
  const { t } = useTranslation();
  const { project } = useParams({ from: '/projekt/$project' });
  const [all, setAll] = useState(false);
  const sorted = [...benefits].sort((a, b) => (b.gains ?? -1) - (a.gains ?? -1));
  const shown = all ? sorted : sorted.slice(0, SHOWN);
  return (
    <section className="benefits" aria-labelledby="benefits">
      <h2 id="benefits">{t('benefits.title')}</h2>
      {benefits.length === 0 ? <p className="quiet">{t('benefits.none')}</p> : null}
      {shown.map((benefit) => (
        <BenefitItem key={benefit.benefit} project={project} benefit={benefit} />
      ))}
      {sorted.length > SHOWN ? (
        <Button variant="subtle" size="sm" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('benefits.fewer') : t('benefits.all', { count: sorted.length })}
        </Button>
      ) : null}
    </section>
  );
}

function BenefitItem({ project, benefit: b }: { project: string; benefit: Benefit }) {
  const { t } = useTranslation();
  const kind = b.cashable === null ? null : t(b.cashable ? 'benefits.cashable' : 'benefits.freed');
  const about = [
    t(`type.${b.type}`),
    b.method === 'indicator' ? null : kind,
    b.owner ? t('benefits.owner', { owner: b.owner }) : null,
  ];
  return (
    <article className="benefit">
      <header>
        <h3>
          <Link to="/projekt/$project/gevinst/$benefit" params={{ project, benefit: b.benefit }}>
            {b.name}
          </Link>
        </h3>
        <small>{about.filter(Boolean).join(' · ')}</small>
      </header>
      <div className="benefit-figures">
        {b.method === 'indicator' ? null : (
          <p>
            <strong>
              {b.gains === null ? (
                <Unknown
                  figure="gains"
                  label={b.name}
                  benefit={b.benefit}
                  reason={b.reasons.gains}
                  said={lackingText(t, b)}
                />
              ) : (
                <Explained figure="gains" label={b.name} benefit={b.benefit}>
                  {format.money(b.gains)}
                </Explained>
              )}
            </strong>
            {b.hours === null ? null : (
              <span>
                <Explained figure="hours" label={b.name} benefit={b.benefit}>
                  {t('benefits.hours', { hours: format.hours(b.hours) })}
                </Explained>
              </span>
            )}
            {b.low !== null && b.high !== null && b.low !== b.high ? (
              <span>
                <ExplainedRange figure="gains" label={b.name} benefit={b.benefit} low={b.low} high={b.high} />
              </span>
            ) : null}
          </p>
        )}
        <BeforeAfter benefit={b} />
      </div>
      <WrongMeasure benefit={b} />
      <Calculation benefit={b} />
    </article>
  );
}
