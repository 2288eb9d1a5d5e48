import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Subject } from '../../../server/domain/codes.ts';
import { useAsk } from '../../api.ts';
import { Answered } from '../Answered.tsx';
import { Entry } from './Entry.tsx';
import '../../style/card.css';

type Props = { project: string } & (
  | {
      subject: Subject;
      /** One of its things; without it, all of the project's. */
      changeKey?: string;
    }
  | {
      /** A benefit's card, the measurements of its measures, and its follow-ups, in one list. */
      benefit: string;
    }
);

const FIRST = 5;

/** Who changed what, when, from what to what; with the way back. */
export function History({ project, ...of }: Props) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const ofBenefit = 'benefit' in of;
  const single = !ofBenefit && of.changeKey !== undefined;
  const asked = ofBenefit
    ? of
    : of.changeKey === undefined
      ? { subject: of.subject }
      : { subject: of.subject, key: of.changeKey };
  const query = useAsk('changes', { project }, asked);
  return (
    <Answered query={query} lines={3}>
      {({ changes }) =>
        changes.length === 0 ? (
          <p className="quiet">{t('changes.none')}</p>
        ) : (
          <>
            <ol className="history">
              {(all ? changes : changes.slice(0, FIRST)).map((change) => (
                <Entry key={change.change} change={change} single={single} named={!ofBenefit} />
              ))}
            </ol>
            {changes.length > FIRST ? (
              <Button variant="subtle" className="more" onClick={() => setAll(!all)}>
                {all ? t('changes.fewer') : t('changes.all', { count: changes.length })}
              </Button>
            ) : null}
          </>
        )
      }
    </Answered>
  );
}
