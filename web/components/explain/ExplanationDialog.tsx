import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../edit/Dialog.tsx';
import type { Asked } from './Explained.tsx';
import { ExplanationOf } from './ExplanationOf.tsx';
import '../../style/explain.css';

/** How a figure was calculated, and from there the figures that it was made of. */
export function ExplanationDialog({ asked, close }: { asked: Asked; close: () => void }) {
  const { t } = useTranslation();
  const [path, setPath] = useState([asked]);
  const now = path.at(-1) ?? asked;
  const before = path.at(-2);
  return (
    <Dialog
      title={t('explanation.title', { figure: t(`explanation.figure.${now.figure}`) })}
      close={close}
      wide
    >
      {(leave) => (
        <div className="explanation">
          <ChosenValue query={now.query} />
          <ExplanationOf
            key={JSON.stringify(now)}
            asked={now}
            follow={(refers, until) =>
              setPath([
                ...path,
                { ...refers, query: { ...queryOf(now, refers.project, until), ...refers.of } },
              ])
            }
          />
          <div className="ask-choices">
            {before ? (
              <Button variant="subtle" onClick={() => setPath(path.slice(0, -1))}>
                {t('explanation.back', { figure: t(`explanation.figure.${before.figure}`) })}
              </Button>
            ) : null}
            <Button onClick={leave}>{t('explanation.close')}</Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

/** Which of the figure's values it is, where it is not the figure itself. */
function ChosenValue({ query: { range, basis } }: Pick<Asked, 'query'>) {
  const { t } = useTranslation();
  if (!range && !basis) return null;
  return (
    <p className="chosen-value">{range ? t(`explanation.range.${range}`) : t('explanation.measuredOnly')}</p>
  );
}

/** The same months, also where none were asked for; a project has no filters. */
function queryOf({ query }: Asked, project: string | null, until: string | null): Asked['query'] {
  const { from, basis, range, sum, party } = query;
  const own = { from, until: until ?? undefined, basis, range, sum, party };
  return project === null ? { ...query, ...own } : own;
}
