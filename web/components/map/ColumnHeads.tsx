import { useTranslation } from 'react-i18next';
import { NODE_KINDS } from '../../../server/domain/benefitMap.ts';
import { columnX, MAP_WIDTH, NODE_WIDTH } from './layout.ts';

/** What the map's columns are, above them. */
export function ColumnHeads() {
  const { t } = useTranslation();
  return (
    <div className="map-heads" aria-hidden="true">
      {NODE_KINDS.map((kind) => (
        <p
          key={kind}
          style={{
            left: `${(columnX(kind) / MAP_WIDTH) * 100}%`,
            width: `${(NODE_WIDTH / MAP_WIDTH) * 100}%`,
          }}
        >
          {t(`map.column.${kind}`)}
        </p>
      ))}
    </div>
  );
}

/** What the boxes below the map are: those that no arrow reaches yet. */
export function LooseHead({ top }: { top: number }) {
  const { t } = useTranslation();
  return (
    <p className="map-loose" style={{ top }}>
      {t('map.loose')}
    </p>
  );
}
