import { useTranslation } from 'react-i18next';
import { Explained } from '../components/explain/Explained.tsx';
import { Unknown } from '../components/Unknown.tsx';
import * as format from '../format.ts';
import type { Point, Series } from './series.ts';

/** The numbers of the cumulative figure. */
export function CumulativeTable({ series, caption }: { series: Series; caption: string }) {
  const { t, i18n } = useTranslation();
  return (
    // A region that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="table-scroll" tabIndex={0} aria-label={`${caption}, ${t('chart.table')}`}>
      <table>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('chart.period')}</th>
            <th scope="col">{t('chart.cumulativeCosts')}</th>
            <th scope="col">{t('chart.cumulativeGains')}</th>
            <th scope="col">{t('chart.cumulativeNet')}</th>
            <th scope="col">{t('chart.basis')}</th>
          </tr>
        </thead>
        <tbody>
          {series.points.map((p) => (
            <tr key={p.period} data-expected={p.gainsAbove === null || undefined}>
              <th scope="row">{p.period.length > 4 ? format.month(p.period, i18n.language) : p.period}</th>
              <Cell point={p} figure="costs" label={t('chart.cumulativeCosts')} known={series.costed} />
              <Cell point={p} figure="gains" label={t('chart.cumulativeGains')} known={series.gained} />
              <Cell
                point={p}
                figure="net"
                label={t('chart.cumulativeNet')}
                known={series.costed && series.gained}
              />
              <td>{t(`basis.${p.basis}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A month has what is known by then, whether or not all is. */
const KNOWN = { sum: 'known' } as const;

interface CellProps {
  point: Point;
  figure: 'costs' | 'gains' | 'net';
  label: string;
  known: boolean;
}

function Cell({ point, figure, label, known }: CellProps) {
  const asked = { figure, label: `${label}, ${point.period}`, until: point.month, choice: KNOWN };
  return (
    <td>
      {known ? (
        <Explained {...asked}>{format.kroner(point[figure])}</Explained>
      ) : (
        <Unknown {...asked} reason="no-costs" brief />
      )}
    </td>
  );
}
