import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { latestText, MeasureDetail, type Shown } from './MeasureDetail.tsx';
import { canImprove } from './words.ts';

/** A measure as a line that opens: its name, before and after, and whether it went the right way. */
export function MeasureRow({ open: begun, ...shown }: Shown & { open: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(begun);
  const { measure, project } = shown;
  useEffect(() => {
    if (begun) setOpen(true);
  }, [begun]);
  const verdict = canImprove(measure) ? measure.comparison?.verdict : undefined;
  return (
    <details
      id={measure.measure}
      className="measure"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span className="measure-name">{measure.name}</span>
        <span className="measure-latest">{latestText(t, measure)}</span>
        <span className="measure-verdict" data-verdict={verdict}>
          {verdict ? t(`measuring.word.${verdict}`) : null}
        </span>
      </summary>
      {open ? (
        <>
          {measure.benefits.length > 0 ? (
            <p className="quiet small">
              {t('measuring.usedBy')}{' '}
              {measure.benefits.map((b, i) => (
                <span key={`${b.benefit} ${b.role}`}>
                  {i > 0 ? ', ' : ''}
                  <Link to="/projekt/$project/gevinst/$benefit" params={{ project, benefit: b.benefit }}>
                    {b.name}
                  </Link>
                </span>
              ))}
            </p>
          ) : (
            <p className="quiet small">{t('measuring.unused')}</p>
          )}
          <MeasureDetail {...shown} />
        </>
      ) : null}
    </details>
  );
}
