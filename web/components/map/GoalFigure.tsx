import { useTranslation } from 'react-i18next';
import type { MapNode } from '../../../server/contract/map.ts';
import { carriers } from '../../../server/domain/benefitMap.ts';
import { useAsk } from '../../api.ts';
import { Calculated } from '../explain/Calculated.tsx';

interface Props {
  project: string;
  node: MapNode;
  text: string;
}

/** What the benefits that carry a goal sum to, which opens the sum. */
export function GoalFigure({ project, node, text }: Props) {
  const { t } = useTranslation();
  const map = useAsk('map', { project }, {});
  const gains = node.goal?.gains ?? null;
  if (gains === null || !map.data) return <>{text}</>;
  const carrying = carriers(map.data).get(node.node) ?? [];
  const parts = map.data.nodes.flatMap(({ node: code, name, benefit }) => {
    const value = carrying.includes(code) ? (benefit?.gains ?? null) : null;
    return value === null ? [] : [{ name, value, unit: 'kr' as const, own: null }];
  });
  return (
    <Calculated
      label={node.name}
      words={t('map.sumHow')}
      formula={parts.flatMap((part, i) => (i === 0 ? [part] : [{ sign: '+' as const }, part]))}
      result={{ value: gains, unit: 'kr', own: null }}
    >
      {text}
    </Calculated>
  );
}
