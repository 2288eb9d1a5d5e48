import { useTranslation } from 'react-i18next';
import type { ProjectMap } from '../../../server/contract/map.ts';
import { ColumnHeads, LooseHead } from './ColumnHeads.tsx';
import { linkPath, MAP_WIDTH } from './layout.ts';
import { mapBoxes } from './mapBoxes.ts';
import { NodeCard } from './NodeCard.tsx';
import { OutlinedMap } from './OutlinedMap.tsx';

/** A sheet of A4 on its side within its margins, and what is left of it below the heading, in CSS pixels. */
const SHEET = { width: 1016, height: 570 };
/** Scaled to less than this the figures of a box are too small to read on paper. */
const SMALLEST = 0.7;

/**
 * The map on paper: the same boxes and arrows as the diagram, scaled to the sheet; as nested lists in columns, over as
 * many sheets as it takes, where a sheet has no room for it. Not on the screen.
 */
export function PrintedMap({ map }: { map: ProjectMap }) {
  const { t, i18n } = useTranslation();
  const { boxes, height, loose } = mapBoxes(map, t, i18n.language);
  const zoom = Math.min(SHEET.width / MAP_WIDTH, SHEET.height / (height + 50));
  if (zoom < SMALLEST) {
    return (
      <div className="map-printed" aria-hidden="true">
        <OutlinedMap map={map} choose={undefined} chosen={null} />
      </div>
    );
  }
  return (
    <div className="map-printed" aria-hidden="true" style={{ zoom, width: MAP_WIDTH }}>
      <ColumnHeads />
      <div className="map-sheet" style={{ height }}>
        <svg width={MAP_WIDTH + 40} height={height} aria-hidden="true">
          {map.links.map((link) => {
            const from = boxes.get(link.from);
            const to = boxes.get(link.to);
            const id = JSON.stringify([link.from, link.to]);
            return from && to ? (
              <path key={id} className="map-arrow" d={linkPath(from, to)} markerEnd="url(#map-tip)" />
            ) : null;
          })}
        </svg>
        {loose === null ? null : <LooseHead top={loose} />}
        {map.nodes.map((node) => {
          const box = boxes.get(node.node);
          if (!box) return null;
          return (
            <div
              key={node.node}
              className="map-placed"
              style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
            >
              <NodeCard project={map.project} node={node} next={null} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
