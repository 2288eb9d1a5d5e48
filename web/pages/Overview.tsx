import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Portfolio } from '../../server/contract/portfolio.ts';
import { useAsk } from '../api.ts';
import { CumulativeFrame } from '../charts/CumulativeFrame.tsx';
import { Answered } from '../components/Answered.tsx';
import { Attention } from '../components/Attention.tsx';
import { ExpectedPart } from '../components/ExpectedPart.tsx';
import { Filters } from '../components/Filters.tsx';
import { KeyFigures } from '../components/KeyFigures.tsx';
import { Ranking } from '../components/Ranking.tsx';
import { useTitle } from '../components/useTitle.ts';
import * as format from '../format.ts';

/** What have we got for our money? */
export function Overview() {
  const { t } = useTranslation();
  useTitle(t('overview.title'));
  const { rank: _rank, all: _all, by: _by, view: _view, ...filters } = useSearch({ from: '/' });
  const query = useAsk('portfolio', {}, filters);
  return (
    <Answered query={query} lines={12}>
      {(portfolio) => (nothingLoaded(portfolio) ? <EmptyWarehouse /> : <Content portfolio={portfolio} />)}
    </Answered>
  );
}

function nothingLoaded(portfolio: Portfolio): boolean {
  return portfolio.projects.length === 0 && portfolio.filters.municipality.length === 0;
}

function Content({ portfolio }: { portfolio: Portfolio }) {
  const { t, i18n } = useTranslation();
  const until = portfolio.until === null ? null : format.month(portfolio.until, i18n.language);
  return (
    <>
      <section className="hero" aria-labelledby="headline">
        <p className="eyebrow">{until ? t('overview.until', { month: until }) : t('overview.title')}</p>
        <h1 id="headline">
          <Headline portfolio={portfolio} />
        </h1>
        <ExpectedPart parts={portfolio.years} actual={portfolio.actual} />
        {portfolio.incompleteProjects > 0 ? (
          <p className="caution">{t('overview.incomplete', { count: portfolio.incompleteProjects })}</p>
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
          />
          <CumulativeFrame
            title={t('chart.portfolioTitle')}
            name="portfolio"
            months={portfolio.months}
            until={portfolio.until}
            live={null}
          />
          <div className="two-columns">
            <Ranking projects={portfolio.projects} />
            <Attention behind={portfolio.behindTarget} due={portfolio.followupsDue} />
          </div>
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
  const amount = format.money(Math.abs(net));
  const key = net < 0 ? 'overview.headlineNegative' : 'overview.headline';
  const sentence = t(key, { projects, amount });
  if (hours === null || hours <= 0) return sentence;
  return (
    <>
      {sentence}{' '}
      <span className="more-of-it">{t('overview.headlineHours', { hours: format.hours(hours) })}</span>
    </>
  );
}

function EmptyWarehouse() {
  const { t } = useTranslation();
  return (
    <section className="message">
      <h1>{t('empty.title')}</h1>
      <p>{t('empty.what')}</p>
      <pre>gevinst load ./min-mappe</pre>
      <p>{t('empty.demo')}</p>
      <pre>gevinst demo</pre>
    </section>
  );
}
