import { Link, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Portfolio, PortfolioQuery } from '../../server/contract/portfolio.ts';
import { useAsk } from '../api.ts';
import { CumulativeFrame } from '../charts/CumulativeFrame.tsx';
import { Answered } from '../components/Answered.tsx';
import { Attention } from '../components/Attention.tsx';
import { ExpectedPart } from '../components/ExpectedPart.tsx';
import { Explained } from '../components/explain/Explained.tsx';
import { Filters } from '../components/Filters.tsx';
import { fteMonths } from '../components/fteNote.ts';
import { KeyFigures } from '../components/KeyFigures.tsx';
import { Ranking } from '../components/Ranking.tsx';
import { Sentence } from '../components/Sentence.tsx';
import { useTitle } from '../components/useTitle.ts';
import { shownWithoutCosts } from '../components/withoutCosts.ts';
import * as format from '../format.ts';
import { areasReady } from '../text/index.ts';

const PortfolioPayers = lazy(async () => {
  await areasReady();
  return { default: (await import('../components/payers/PortfolioPayers.tsx')).PortfolioPayers };
});

const PortfolioAppendix = lazy(async () => {
  await areasReady();
  return { default: (await import('../components/explain/PortfolioAppendix.tsx')).PortfolioAppendix };
});

/** What have we got for our money? */
export function Overview() {
  const { t } = useTranslation();
  useTitle(t('overview.title'));
  const { rank: _rank, all: _all, by: _by, view: _view, ...filters } = useSearch({ from: '/' });
  const query = useAsk('portfolio', {}, filters);
  return (
    <Answered query={query} lines={12}>
      {(portfolio) =>
        nothingLoaded(portfolio) ? (
          <EmptyWarehouse />
        ) : (
          <Content portfolio={shown(portfolio)} filters={filters} />
        )
      }
    </Answered>
  );
}

function nothingLoaded(portfolio: Portfolio): boolean {
  return portfolio.projects.length === 0 && portfolio.filters.municipality.length === 0;
}

/** The portfolio and each of its projects without what rests on costs that none has registered. */
function shown(portfolio: Portfolio): Portfolio {
  const registered = portfolio.projects.some((p) => p.costsRegistered);
  const projects = portfolio.projects.map((p) => shownWithoutCosts(p, p.costsRegistered));
  return { ...shownWithoutCosts(portfolio, registered), projects };
}

function Content({ portfolio, filters }: { portfolio: Portfolio; filters: PortfolioQuery }) {
  const { t, i18n } = useTranslation();
  const until = portfolio.until === null ? null : format.month(portfolio.until, i18n.language);
  const since = filters.from && portfolio.first && filters.from > portfolio.first ? filters.from : null;
  const gainingOnly = portfolio.projects.filter((p) => p.totals.costs === null && p.totals.gains !== null);
  return (
    <>
      <section className="hero" aria-labelledby="headline">
        <p className="eyebrow">
          {until === null
            ? t('overview.title')
            : since === null
              ? t('overview.until', { month: until })
              : t('overview.between', { from: format.month(since, i18n.language), month: until })}
        </p>
        <h1 id="headline">
          <Headline portfolio={portfolio} />
        </h1>
        <ExpectedPart parts={portfolio.years} actual={portfolio.actual} reasons={portfolio.reasons} />
        {portfolio.incompleteProjects > 0 ? (
          <p className="caution">{t('overview.incomplete', { count: portfolio.incompleteProjects })}</p>
        ) : null}
        {gainingOnly.length > 0 && portfolio.totals.net !== null ? (
          <p className="caution">{t('overview.uncosted', { count: gainingOnly.length })}</p>
        ) : null}
      </section>
      <Filters portfolio={portfolio} />
      {portfolio.projects.length === 0 ? (
        <p className="message">{t('overview.noMatch')}</p>
      ) : (
        <>
          <KeyFigures
            totals={portfolio.totals}
            reasons={portfolio.reasons}
            split={portfolio.split}
            pastBreakEven={portfolio.pastBreakEven}
            fteMonths={fteMonths(portfolio.months, portfolio.until)}
          />
          <CumulativeFrame
            title={t('chart.portfolioTitle')}
            name="portfolio"
            months={portfolio.months}
            until={portfolio.until}
            live={null}
            costed={portfolio.totals.costs !== null}
            gained={portfolio.totals.gains !== null}
            since={since}
          />
          <div className="two-columns">
            <div>
              <Ranking projects={portfolio.projects} />
              <p className="new-project">
                <Link to="/nyt-projekt">{t('newProject')}</Link>
              </p>
            </div>
            <Attention behind={portfolio.behindTarget} due={portfolio.followupsDue} />
          </div>
          <Suspense>
            <PortfolioPayers filters={filters} />
            <PortfolioAppendix filters={filters} projects={portfolio.projects} totals={portfolio.totals} />
          </Suspense>
        </>
      )}
    </>
  );
}

/** The answer in one sentence, with only what is known. */
function Headline({ portfolio }: { portfolio: Portfolio }) {
  const { t } = useTranslation();
  const { net, hours } = portfolio.totals;
  const projects = t('overview.projects', { count: portfolio.projects.length });
  if (net === null) return t('overview.headlineUnknown', { projects });
  const key = net < 0 ? 'overview.headlineNegative' : 'overview.headline';
  const sentence = (
    <Sentence
      text={(marks) => t(key, { projects, ...marks })}
      put={{
        amount: (
          <Explained figure="net" label={t('figures.net')}>
            {format.money(Math.abs(net))}
          </Explained>
        ),
      }}
    />
  );
  if (hours === null || hours <= 0) return sentence;
  return (
    <>
      {sentence}{' '}
      <span className="more-of-it">
        <Sentence
          text={(marks) => t('overview.headlineHours', marks)}
          put={{
            hours: (
              <Explained figure="hours" label={t('figures.hours')}>
                {format.hours(hours)}
              </Explained>
            ),
          }}
        />
      </span>
    </>
  );
}

function EmptyWarehouse() {
  const { t } = useTranslation();
  return (
    <section className="message">
      <h1>{t('empty.title')}</h1>
      <p>
        <Link to="/nyt-projekt">{t('newProject')}</Link>
        {' · '}
        <Link to="/data">{t('upload.title')}</Link>
      </p>
      <p>{t('empty.what')}</p>
      <pre>gevinst load ./min-mappe</pre>
      <p>{t('empty.demo')}</p>
      <pre>gevinst demo</pre>
    </section>
  );
}
