import { useTranslation } from 'react-i18next';
import type { Measure, SeriesPoint } from '../../../server/contract/measures.ts';
import { PHASES } from '../../../server/domain/codes.ts';
import { Loaded } from '../explain/Loaded.tsx';
import { Certainty, OfMeasurement } from './Certainty.tsx';
import { periodText, valueText } from './words.ts';

interface Props {
  measure: Measure;
  /** What can be done with a measurement; nothing where it is edited in another project. */
  edit?: ((point: SeriesPoint) => void) | undefined;
  remove?: ((point: SeriesPoint) => void) | undefined;
}

/** A measure's measurements as a table, oldest first within each phase, with edit and remove. */
export function SeriesTable({ measure, edit, remove }: Props) {
  const { t, i18n } = useTranslation();
  const caption = t('measuring.seriesOf', { measure: measure.name });
  const name = (point: SeriesPoint) => `${t(`phase.${point.phase}`)}, ${periodText(t, point, i18n.language)}`;
  return (
    // A region that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="table-scroll series" tabIndex={0} aria-label={caption}>
      <table>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('calculation.phase')}</th>
            <th scope="col">{t('calculation.period')}</th>
            <th scope="col">{t('calculation.value')}</th>
            <th scope="col">{t('measuring.certainty')}</th>
            <th scope="col">{t('calculation.source')}</th>
            {edit ? (
              <th scope="col">
                <span className="unseen">{t('measuring.actions')}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {inOrder(measure.measurements).map((point) => (
            <tr key={`${point.phase} ${point.from}`} data-kind={point.phase}>
              <td>{t(`phase.${point.phase}`)}</td>
              <td>{periodText(t, point, i18n.language)}</td>
              <td>
                <OfMeasurement measure={measure} point={point}>
                  {valueText(t, measure, point)}
                </OfMeasurement>
                {point.basis === 'expected' ? <small>{t('basis.expected')}</small> : null}
              </td>
              <td>
                <Certainty measure={measure} point={point} />
              </td>
              <td>
                {point.load === 0 ? t('measuring.byHand') : <Loaded load={point.load} file={null} />}
                {point.note ? <small className="note">{point.note}</small> : null}
              </td>
              {edit && remove ? (
                <td className="row-actions">
                  <button
                    type="button"
                    onClick={() => edit(point)}
                    aria-label={`${t('edit.edit')}: ${name(point)}`}
                  >
                    {t('edit.edit')}
                  </button>
                  <button
                    type="button"
                    onClick={() => remove(point)}
                    aria-label={`${t('edit.remove')}: ${name(point)}`}
                  >
                    {t('edit.remove')}
                  </button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function inOrder(points: readonly SeriesPoint[]): SeriesPoint[] {
  return [...points].sort(
    (a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase) || (a.from < b.from ? -1 : 1),
  );
}
