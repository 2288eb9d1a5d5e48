import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST_TEXT, type ProjectMap } from '../../../server/contract/map.ts';
import { NODE_KINDS } from '../../../server/domain/benefitMap.ts';
import { nameFault } from '../../../server/domain/cardRules.ts';
import { singleSpaced } from '../../../server/domain/goalName.ts';
import { act } from '../../act.ts';
import { ChoiceField, TextField } from '../edit/fields.tsx';
import { EditProblem } from '../edit/SaveBar.tsx';
import { useEdit } from '../edit/useEdit.ts';
import { withLink, withNode } from './operations.ts';
import type { MapEdits } from './useMapEdits.ts';

export type Addable = 'change' | 'benefit' | 'goal';

interface Props {
  map: ProjectMap;
  kind: Addable;
  edits: MapEdits;
  close: () => void;
}

/** A new box: what it says, and which box an arrow leads to it from. */
export function AddNode({ map, kind, edits, close }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [from, setFrom] = useState(kind === 'change' ? map.project : '');
  const [error, setError] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const focus = () => form.current?.querySelector('input')?.focus();
  useEffect(focus, []);
  const sources = map.nodes.filter((n) => NODE_KINDS.indexOf(n.kind) <= NODE_KINDS.indexOf(kind));
  const made = useEdit((name: string) => act('addBenefit', { project: map.project }, { name }));
  const saveBenefit = async (name: string) => {
    try {
      const { benefit } = await made.mutateAsync(name);
      if (from !== '') await edits.save(withLink(edits.content, { from, to: benefit }));
      return true;
    } catch {
      return false;
    }
  };
  const save = (node: string) =>
    kind === 'benefit'
      ? saveBenefit(node)
      : edits.save(withNode(edits.content, { node, kind }, from === '' ? null : from));
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const node = singleSpaced(text);
    const wrong = kind === 'benefit' ? wrongName(node, map) : wrongText(node, map);
    setError(wrong && t(wrong));
    if (wrong) return focus();
    if (await save(node)) {
      setText('');
      focus();
    }
  };
  return (
    <form
      className="map-panel"
      ref={form}
      onSubmit={add}
      aria-label={t(`map.add.${kind}`)}
      noValidate
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div className="map-panel-fields">
        <TextField
          label={t(`map.addLabel.${kind}`)}
          hint={t(`map.addHint.${kind}`)}
          value={text}
          onChange={setText}
          error={error}
          list={kind === 'goal' ? map.otherGoals : undefined}
        />
        <ChoiceField
          label={t('map.addFrom')}
          value={from}
          onChange={setFrom}
          options={[
            { value: '', label: t('map.addFromNone') },
            ...sources.map((n) => ({ value: n.node, label: `${t(`map.kind.${n.kind}`)}: ${n.name}` })),
          ]}
        />
      </div>
      {made.error ? <EditProblem error={made.error} /> : null}
      <p className="map-panel-choices">
        <Button type="submit" loading={edits.saving || made.isPending}>
          {t('map.addSave')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('map.close')}
        </Button>
      </p>
    </form>
  );
}

/** Which text says what is wrong with a box's new text. */
export function wrongText(node: string, map: ProjectMap) {
  if (node === '') return 'edit.required';
  if (node.length > LONGEST_TEXT) return 'map.tooLong';
  return map.nodes.some((n) => n.node === node) ? 'map.taken' : undefined;
}

/** Which text says what is wrong with a benefit's name: two on a map could not be told apart. */
export function wrongName(name: string, map: ProjectMap) {
  const fault = nameFault(name);
  if (fault) return fault === 'required' ? 'edit.required' : 'map.nameTooLong';
  return map.nodes.some((n) => n.benefit && n.name === name) ? 'map.taken' : undefined;
}
