import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MapNode } from '../../../server/contract/map.ts';
import { FactLine } from './FactLine.tsx';
import { factText, nodeFacts } from './nodeFacts.ts';
import { StatusMark } from './StatusMark.tsx';

interface Props {
  project: string;
  node: MapNode;
  /** What it leads to, for those who do not see columns and arrows; null where these are said otherwise. */
  next: readonly string[] | null;
  /** While the map is edited: chooses the box. */
  choose?: ((node: string) => void) | undefined;
  chosen?: boolean | undefined;
}

/** What is in a box of the map: its name, which opens a benefit's card, its figures and its status. */
export function NodeCard({ project, node, next, choose, chosen = false }: Props) {
  const { t, i18n } = useTranslation();
  const facts = nodeFacts(node, t, i18n.language);
  return (
    <div className="map-card" data-kind={node.kind} data-chosen={chosen || undefined}>
      {next ? <span className="unseen">{t(`map.kind.${node.kind}`)}: </span> : null}
      <NodeName project={project} node={node} choose={choose} chosen={chosen} />
      {facts.map((fact) => (
        <small key={factText(fact)}>
          {choose ? (
            factText(fact)
          ) : (
            <FactLine
              fact={fact}
              label={node.name}
              project={project}
              benefit={node.benefit ? node.node : undefined}
              goal={node.goal ? node.node : undefined}
            />
          )}
        </small>
      ))}
      {node.benefit ? <StatusMark status={node.benefit.status} /> : null}
      {next && next.length > 0 ? (
        <span className="unseen">{t('map.leadsTo', { names: next.join('; ') })}</span>
      ) : null}
    </div>
  );
}

function NodeName({ project, node, choose, chosen }: Pick<Props, 'project' | 'node' | 'choose' | 'chosen'>) {
  if (choose) {
    return (
      <button
        type="button"
        className="map-name nopan"
        data-node={node.node}
        aria-pressed={chosen}
        onClick={() => choose(node.node)}
      >
        {node.name}
      </button>
    );
  }
  if (!node.benefit) return <strong className="map-name">{node.name}</strong>;
  return (
    <Link
      className="map-name"
      to="/projekt/$project/gevinst/$benefit"
      params={{ project, benefit: node.node }}
    >
      {node.name}
    </Link>
  );
}
