import { Button } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapLink, MapNode, ProjectMap } from '../../../server/contract/map.ts';
import { whyNotLink } from '../../../server/domain/benefitMap.ts';
import { ChoiceField } from '../edit/fields.tsx';
import { withLink, withoutLink } from './operations.ts';
import type { MapEdits } from './useMapEdits.ts';

interface Props {
  map: ProjectMap;
  node: MapNode;
  edits: MapEdits;
}

/** The arrows to and from a box, each of which can be taken away, and a new one. */
export function Arrows({ map, node, edits }: Props) {
  const { t } = useTranslation();
  const [to, setTo] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const own = (end: 'from' | 'to') => map.links.filter((l) => l[end] === node.node);
  const linked = new Set(own('from').map((l) => l.to));
  const possible = map.nodes.filter(
    (n) => !linked.has(n.node) && whyNotLink(map, { from: node.node, to: n.node }) === null,
  );
  const connect = async (event: FormEvent) => {
    event.preventDefault();
    if (to === '') return;
    if (!(await edits.save(withLink(edits.content, { from: node.node, to })))) return;
    setTo('');
    form.current?.querySelector('select')?.focus();
  };
  return (
    <div className="map-arrows">
      <ArrowList {...{ map, edits }} title={t('map.arrowsIn')} links={own('to')} end="from" />
      <ArrowList {...{ map, edits }} title={t('map.arrowsOut')} links={own('from')} end="to" />
      <form ref={form} className="map-panel-line" onSubmit={connect}>
        {possible.length === 0 ? (
          <p className="quiet">{t('map.connectNone')}</p>
        ) : (
          <>
            <ChoiceField
              label={t('map.connect')}
              value={to}
              onChange={setTo}
              options={[
                { value: '', label: t('map.connectChoose') },
                ...possible.map((n) => ({ value: n.node, label: `${t(`map.kind.${n.kind}`)}: ${n.name}` })),
              ]}
            />
            <Button type="submit" variant="default" loading={edits.saving} disabled={to === ''}>
              {t('map.connectSave')}
            </Button>
          </>
        )}
      </form>
    </div>
  );
}

interface ListProps {
  map: ProjectMap;
  edits: MapEdits;
  title: string;
  links: readonly MapLink[];
  /** Which end of the arrows is named. */
  end: 'from' | 'to';
}

function ArrowList({ map, edits, title, links, end }: ListProps) {
  const { t } = useTranslation();
  const names = new Map(map.nodes.map((n) => [n.node, n.name]));
  const name = (node: string) => names.get(node) ?? node;
  return (
    <div>
      <h3>{title}</h3>
      {links.length === 0 ? <p className="quiet">{t('map.noArrows')}</p> : null}
      <ul>
        {links.map((link) => (
          <li key={link[end]}>
            <span>
              {name(link[end])}
              {link.shared > 0 ? <small>{t('map.sharedArrow')}</small> : null}
            </span>
            <button
              type="button"
              className="map-drop"
              disabled={edits.saving}
              aria-label={t('map.removeArrow', { from: name(link.from), to: name(link.to) })}
              title={t('map.removeArrow', { from: name(link.from), to: name(link.to) })}
              onClick={() => edits.save(withoutLink(edits.content, link))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
