import {
  BaseEdge,
  type Edge,
  type EdgeProps,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapNode, ProjectMap } from '../../../server/contract/map.ts';
import { type MapLink, whyNotLink } from '../../../server/domain/benefitMap.ts';
import { ColumnHeads, LooseHead } from './ColumnHeads.tsx';
import { type Box, linkPath, MAP_WIDTH } from './layout.ts';
import { mapBoxes, nextNames } from './mapBoxes.ts';
import { NodeCard } from './NodeCard.tsx';

interface Props {
  map: ProjectMap;
  /** While the map is edited. */
  choose: ((node: string) => void) | undefined;
  chosen: string | null;
  connect: (link: MapLink) => void;
}

type CardNode = Node<
  { project: string; node: MapNode; next: string[]; choose: Props['choose']; chosen: boolean },
  'card'
>;
type ArrowEdge = Edge<{ from: Box; to: Box; near: boolean }, 'arrow'>;

const nodeTypes = { card: Card };
const edgeTypes = { arrow: Arrow };
const MARGIN = 8;

/** The map as a diagram as wide as the page and as high as it takes: it is read like a page, not dragged about. */
export function Diagram({ map, choose, chosen, connect }: Props) {
  const { t, i18n } = useTranslation();
  const { boxes, height, loose } = useMemo(() => mapBoxes(map, t, i18n.language), [map, t, i18n.language]);
  const [canvas, width] = useWidth();
  const zoom = width / (MAP_WIDTH + 2 * MARGIN);
  const editing = choose !== undefined;
  const nodes = map.nodes.flatMap((node): CardNode[] => {
    const box = boxes.get(node.node);
    if (!box) return [];
    const data = {
      project: map.project,
      node,
      next: nextNames(map, node.node),
      choose,
      chosen: chosen === node.node,
    };
    const place = { position: { x: box.x, y: box.y }, width: box.width, height: box.height };
    return [{ id: node.node, type: 'card', data, ...place }];
  });
  const edges = map.links.flatMap((link): ArrowEdge[] => {
    const from = boxes.get(link.from);
    const to = boxes.get(link.to);
    if (!from || !to) return [];
    const near = chosen === link.from || chosen === link.to;
    return [
      {
        id: JSON.stringify([link.from, link.to]),
        type: 'arrow',
        source: link.from,
        target: link.to,
        data: { from, to, near },
        markerEnd: near ? 'map-tip-near' : 'map-tip',
        focusable: false,
      },
    ];
  });
  return (
    <section className="map-diagram" aria-label={t('map.diagram')}>
      <div className="map-scroll">
        <div className="map-wide">
          <ColumnHeads />
          <div ref={canvas} className="map-canvas" style={{ height: (height + 3 * MARGIN) * zoom }}>
            {loose === null ? null : <LooseHead top={(loose + MARGIN) * zoom} />}
            {width > 0 ? (
              <ReactFlow
                nodes={nodes}
                edges={edges}
                nodeTypes={nodeTypes}
                edgeTypes={edgeTypes}
                viewport={{ x: MARGIN * zoom, y: MARGIN * zoom, zoom }}
                onViewportChange={() => {}}
                minZoom={0.1}
                maxZoom={4}
                panOnDrag={false}
                panOnScroll={false}
                zoomOnScroll={false}
                zoomOnPinch={false}
                zoomOnDoubleClick={false}
                preventScrolling={false}
                nodesDraggable={false}
                nodesFocusable={false}
                edgesFocusable={false}
                elementsSelectable={false}
                nodesConnectable={editing}
                deleteKeyCode={null}
                connectionRadius={40}
                isValidConnection={({ source, target }) =>
                  whyNotLink(map, { from: source, to: target }) === null
                }
                onConnect={({ source, target }) => connect({ from: source, to: target })}
              />
            ) : null}
          </div>
        </div>
      </div>
    </section>
  );
}

function Card({ data, isConnectable }: NodeProps<CardNode>) {
  return (
    <>
      <Handle
        type="target"
        position={Position.Left}
        isConnectable={isConnectable && data.node.kind !== 'solution'}
      />
      <NodeCard {...data} />
      <Handle
        type="source"
        position={Position.Right}
        isConnectable={isConnectable && data.node.kind !== 'goal'}
      />
    </>
  );
}

function Arrow({ data, markerEnd }: EdgeProps<ArrowEdge>) {
  if (!data) return null;
  return (
    <BaseEdge
      path={linkPath(data.from, data.to)}
      {...(markerEnd ? { markerEnd } : {})}
      interactionWidth={0}
      className={data.near ? 'map-arrow map-arrow-near' : 'map-arrow'}
    />
  );
}

function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const watch = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    watch.observe(watched);
    return () => watch.disconnect();
  }, []);
  return [element, width] as const;
}
