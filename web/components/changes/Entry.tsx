import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change, FieldChange } from '../../../server/contract/changes.ts';
import * as format from '../../format.ts';
import { RestoreDialog } from './RestoreDialog.tsx';
import { emptySide, saidElsewhere, thingText } from './thing.ts';
import { fieldLabel, valueText } from './words.ts';

interface Props {
  change: Change;
  /** Where the history is of one thing alone: that it was made says all, and which it is need not be said. */
  single: boolean;
  /** Whether the benefit that it is of is said. */
  named: boolean;
}

/** One change: who and when, of what, from what to what, with the way back. */
export function Entry({ change, single, named }: Props) {
  const { t, i18n } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { verb, subject, of } = change;
  const thing = single ? null : thingText(change, t, i18n.language);
  const name = named || subject === 'measurement' ? of?.name : null;
  const madeCard = verb === 'created' && (single || subject === 'benefit');
  const fields = madeCard ? [] : change.fields.filter((field) => single || !saidElsewhere(field, change));
  const empty = single ? null : emptySide(change);
  const removed = verb === 'removed' && of !== null;
  return (
    <li>
      <p>
        <b>{change.by}</b> {t(`changes.${thing ? 'did' : 'verb'}.${verb}`)}
        <span className="quiet"> · {format.instant(change.at, i18n.language)}</span>
      </p>
      {change.restorable ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setAsking(true)}>
          {t(removed ? 'changes.bringBack' : 'changes.restore')}
        </Button>
      ) : null}
      {thing ? (
        <p className="history-thing">
          {thing}
          {name ? <small>{name}</small> : null}
        </p>
      ) : null}
      {fields.length > 0 ? (
        <dl>
          {fields.map((field) => (
            <Field key={field.field} field={field} empty={empty} />
          ))}
        </dl>
      ) : null}
      {asking ? <RestoreDialog change={change} thing={thing} close={() => setAsking(false)} /> : null}
    </li>
  );
}

/** A field from what to what; of what was made or removed only what it is, or was. */
function Field({ field, empty }: { field: FieldChange; empty: ReturnType<typeof emptySide> }) {
  const { t, i18n } = useTranslation();
  const text = (value: FieldChange['from']) => valueText(field.field, value, t, i18n.language);
  return (
    <div>
      <dt>{fieldLabel(field.field, t, i18n.language)}</dt>
      <dd>
        {empty === 'before' ? null : <del>{text(field.from)}</del>}
        {empty === null ? ' → ' : null}
        {empty === 'after' ? null : <ins>{text(field.to)}</ins>}
      </dd>
    </div>
  );
}
