import { useTranslation } from 'react-i18next';
import type { ProjectMap } from '../../../server/contract/map.ts';
import { NodeCard } from './NodeCard.tsx';
import { type Item, outline } from './outline.ts';

interface Props {
  map: ProjectMap;
  choose: ((node: string) => void) | undefined;
  chosen: string | null;
}

/** The map as nested lists, for a narrow screen and for those who have it read aloud. */
export function OutlinedMap({ map, choose, chosen }: Props) {
  const { t } = useTranslation();
  const { linked, unlinked } = outline(map.nodes, map.links);
  const list = (items: readonly Item[]) => (
    <ul>
      {items.map(({ node, items: after, again }) => (
        <li key={node.node}>
          <p className="outline-kind">{t(`map.kind.${node.kind}`)}</p>
          <NodeCard
            project={map.project}
            node={node}
            next={null}
            choose={choose}
            chosen={chosen === node.node}
          />
          {again ? <p className="quiet">{t('map.again')}</p> : null}
          {after.length > 0 ? list(after) : null}
        </li>
      ))}
    </ul>
  );
  return (
    <section className="outline" aria-label={t('map.list')}>
      {list(linked)}
      {unlinked.length > 0 ? (
        <>
          <h2>{t('map.unlinked')}</h2>
          <p className="quiet">{t('map.unlinkedHint')}</p>
          {list(unlinked)}
        </>
      ) : null}
    </section>
  );
}
