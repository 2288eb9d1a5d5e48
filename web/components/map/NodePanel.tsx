import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapNode, ProjectMap } from '../../../server/contract/map.ts';
import { singleSpaced } from '../../../server/domain/goalName.ts';
import { TextField } from '../edit/fields.tsx';
import { wrongText } from './AddNode.tsx';
import { Arrows } from './Arrows.tsx';
import { BenefitTools } from './BenefitTools.tsx';
import { renamed, withoutNode } from './operations.ts';
import type { MapEdits } from './useMapEdits.ts';

interface Props {
  map: ProjectMap;
  node: MapNode;
  edits: MapEdits;
  /** Goes on with another box, or with none. */
  choose: (node: string | null) => void;
}

/** What can be done with the box that is chosen: its text, its arrows, and taking it away. */
export function NodePanel({ map, node, edits, choose }: Props) {
  const { t } = useTranslation();
  const panel = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another box is another panel
  useEffect(() => panel.current?.focus({ preventScroll: true }), [node.node]);
  const remove = async () => {
    if (await edits.save(withoutNode(edits.content, node.node))) choose(null);
  };
  return (
    <section
      ref={panel}
      className="map-panel"
      tabIndex={-1}
      aria-label={`${t('map.panel')}: ${node.name}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') choose(null);
      }}
    >
      <header className="map-panel-head">
        <div>
          <p className="eyebrow">{t(`map.kind.${node.kind}`)}</p>
          <h2>{node.name}</h2>
        </div>
        <p className="map-panel-choices">
          {node.benefit ? (
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link
                  {...props}
                  to="/projekt/$project/gevinst/$benefit"
                  params={{ project: map.project, benefit: node.node }}
                />
              )}
            >
              {t('map.openBenefit')}
            </Button>
          ) : null}
          {node.text ? (
            <Button variant="default" onClick={remove} disabled={edits.saving}>
              {t('map.remove')}
            </Button>
          ) : null}
          <Button variant="default" onClick={() => choose(null)}>
            {t('map.close')}
          </Button>
        </p>
      </header>
      {node.text ? <Rename key={node.node} map={map} node={node} edits={edits} choose={choose} /> : null}
      {node.benefit ? <BenefitTools key={node.node} map={map} node={node} /> : null}
      <Arrows key={`arrows ${node.node}`} map={map} node={node} edits={edits} />
    </section>
  );
}

function Rename({ map, node, edits, choose }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(node.name);
  const [error, setError] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const rename = async (event: FormEvent) => {
    event.preventDefault();
    const to = singleSpaced(text);
    if (to === node.node) return;
    const wrong = wrongText(to, map);
    setError(wrong && t(wrong));
    if (wrong) form.current?.querySelector('input')?.focus();
    else if (await edits.save(renamed(edits.content, node.node, to))) choose(to);
  };
  return (
    <form ref={form} className="map-panel-line" onSubmit={rename} noValidate>
      <TextField
        label={t('map.rename')}
        hint={node.shared > 0 ? t('map.renameShared') : undefined}
        value={text}
        onChange={setText}
        error={error}
        list={node.kind === 'goal' ? map.otherGoals : undefined}
      />
      <Button
        type="submit"
        variant="default"
        loading={edits.saving}
        disabled={singleSpaced(text) === node.node}
      >
        {t('map.renameSave')}
      </Button>
    </form>
  );
}
