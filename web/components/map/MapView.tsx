import { Button, SegmentedControl } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectMap } from '../../../server/contract/map.ts';
import type { MapLink } from '../../../server/domain/benefitMap.ts';
import * as format from '../../format.ts';
import { History } from '../changes/History.tsx';
import { EditorName } from '../edit/EditorName.tsx';
import { EditProblem } from '../edit/SaveBar.tsx';
import { type Addable, AddNode } from './AddNode.tsx';
import { Diagram } from './Diagram.tsx';
import { NodePanel } from './NodePanel.tsx';
import { OutlinedMap } from './OutlinedMap.tsx';
import { withLink } from './operations.ts';
import { PrintedMap } from './PrintedMap.tsx';
import { Tips } from './Tips.tsx';
import { type MapEdits, useMapEdits } from './useMapEdits.ts';

type View = 'diagram' | 'list';
/** Four columns cannot be read side by side on less. */
const NARROW = '(max-width: 52rem)';

/** A benefit map that can be read as a diagram or a list, edited in place, and printed. */
export function MapView({ map, editing }: { map: ProjectMap; editing: boolean }) {
  const { t, i18n } = useTranslation();
  const [view, setView] = useState<View>(() => (window.matchMedia(NARROW).matches ? 'list' : 'diagram'));
  const [chosen, setChosen] = useState<string | null>(null);
  const [adding, setAdding] = useState<Addable | null>(null);
  const edits = useMapEdits(map);
  const held = useFocusHeld(edits, map.revision);
  const choose = (node: string | null) => {
    if (node === null)
      document.querySelector<HTMLElement>(`[data-node=${CSS.escape(chosen ?? '')}]`)?.focus();
    setAdding(null);
    setChosen(node);
  };
  const leaveAdding = () => {
    document.querySelector<HTMLElement>(`.map-tools [data-add=${adding}]`)?.focus();
    setAdding(null);
  };
  const node = editing ? map.nodes.find((n) => n.node === chosen) : undefined;
  const gone = chosen !== null && node === undefined;
  useEffect(() => {
    if (gone && document.activeElement === document.body)
      document.querySelector<HTMLElement>('.map-tools button:enabled')?.focus({ preventScroll: true });
  }, [gone]);
  const props = { map, choose: editing ? choose : undefined, chosen: node?.node ?? null };
  return (
    <div className="map-view" ref={held}>
      <div className="map-bar">
        <SegmentedControl
          size="xs"
          aria-label={t('map.view')}
          value={view}
          onChange={(value) => setView(value as View)}
          data={[
            { value: 'diagram', label: t('map.asDiagram') },
            { value: 'list', label: t('map.asList') },
          ]}
        />
        {editing ? (
          <EditBar
            edits={edits}
            add={(kind) => {
              setChosen(null);
              setAdding(kind);
            }}
          />
        ) : (
          <p className="quiet">
            {map.until ? t('map.until', { month: format.month(map.until, i18n.language) }) : ''}
          </p>
        )}
      </div>
      {editing ? (
        <>
          <p className="quiet">{t('map.editing')}</p>
          <div className="map-editor-name">
            <EditorName />
          </div>
        </>
      ) : null}
      {view === 'diagram' ? (
        <Diagram {...props} connect={(link: MapLink) => void edits.save(withLink(edits.content, link))} />
      ) : (
        <OutlinedMap {...props} />
      )}
      {editing ? (
        <div className="map-below">
          <Problem edits={edits} />
          {adding ? <AddNode key={adding} map={map} kind={adding} edits={edits} close={leaveAdding} /> : null}
          {node ? <NodePanel map={map} node={node} edits={edits} choose={choose} /> : null}
        </div>
      ) : null}
      <details className="map-history">
        <summary>{t('map.history')}</summary>
        <History project={map.project} subject="map" />
      </details>
      <Tips />
      <PrintedMap map={map} />
    </div>
  );
}

/** A button that is off while the map is saved, or gone afterwards, takes the focus with it: it is given back. */
function useFocusHeld({ saving, saved }: MapEdits, revision: string) {
  const view = useRef<HTMLDivElement>(null);
  const last = useRef<HTMLElement>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      last.current = target as HTMLElement;
    };
    const within = view.current;
    within?.addEventListener('focusin', remember);
    return () => within?.removeEventListener('focusin', remember);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a map of another revision has other buttons
  useEffect(() => {
    if (saving || !saved || document.activeElement !== document.body) return;
    const back = last.current?.isConnected && !last.current.matches(':disabled') ? last.current : null;
    const find = (selector: string) => view.current?.querySelector<HTMLElement>(selector);
    const next = back ?? find('section.map-panel') ?? find('.map-tools button:enabled');
    next?.focus({ preventScroll: true });
  }, [saving, saved, revision]);
  return view;
}

function EditBar({ edits, add }: { edits: MapEdits; add: (kind: Addable) => void }) {
  const { t } = useTranslation();
  return (
    <div className="map-tools">
      <Button size="xs" variant="default" data-add="change" onClick={() => add('change')}>
        {t('map.add.change')}
      </Button>
      <Button size="xs" variant="default" data-add="benefit" onClick={() => add('benefit')}>
        {t('map.add.benefit')}
      </Button>
      <Button size="xs" variant="default" data-add="goal" onClick={() => add('goal')}>
        {t('map.add.goal')}
      </Button>
      <Button size="xs" variant="subtle" disabled={!edits.undo} onClick={() => edits.undo?.()}>
        {t('map.undo')}
      </Button>
      <Button size="xs" variant="subtle" disabled={!edits.redo} onClick={() => edits.redo?.()}>
        {t('map.redo')}
      </Button>
      <span className="quiet" role="status">
        {edits.saving ? t('map.saving') : edits.saved ? t('map.saved_state') : ''}
      </span>
    </div>
  );
}

function Problem({ edits: { error, fetchNew } }: { edits: MapEdits }) {
  const { t } = useTranslation();
  if (!error) return null;
  return (
    <div className="map-problem">
      {error.code === 'bad-parameter' ? (
        <p className="caution" role="alert">
          {t('map.refused')}
        </p>
      ) : (
        <EditProblem error={error} />
      )}
      <Button size="xs" variant="default" onClick={fetchNew}>
        {t('map.fetchNew')}
      </Button>
    </div>
  );
}
