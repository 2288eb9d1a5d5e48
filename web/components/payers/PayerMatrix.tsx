import '../../style/payers.css';
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice, ExplainedFigure } from '../../../server/contract/explanations.ts';
import type { Party, Payers } from '../../../server/contract/payers.ts';
import * as format from '../../format.ts';
import { Explained } from '../explain/Explained.tsx';
import { Unknown } from '../Unknown.tsx';

const SHOWN = 12;
const COLUMNS = ['pays', 'costShare', 'gains', 'gainShare', 'net'] as const;

/** Costs by payer and gains by department, with each one's share. */
export function PayerMatrix({ payers }: { payers: Payers }) {
  const { t, i18n } = useTranslation();
  const heading = useId();
  const [all, setAll] = useState(false);
  const month = (value: string) => format.month(value, i18n.language);
  const municipalities = new Set(payers.rows.flatMap((row) => row.municipality ?? []));
  const total = t('plan.payers.total');
  const uncosted = payers.reason === 'no-costs';
  const many = payers.rows.length > SHOWN + 4;
  // What nobody is named for is never hidden: it is often the largest part.
  const rows = all || !many ? payers.rows : payers.rows.filter((r, i) => i < SHOWN || r.kind !== 'party');
  const period =
    payers.until === null
      ? ''
      : payers.from === null
        ? t('plan.payers.until', { month: month(payers.until) })
        : t('plan.payers.between', { from: month(payers.from), month: month(payers.until) });
  return (
    <section className="payers" aria-labelledby={heading}>
      <h2 id={heading}>{t('plan.payers.title')}</h2>
      <p className="quiet how">{`${t('plan.payers.how')} ${period}`}</p>
      {payers.rows.length === 0 ? (
        <p>{t('plan.payers.none')}</p>
      ) : (
        <table aria-labelledby={heading}>
          <thead>
            <tr>
              <th scope="col">{t('plan.payers.who')}</th>
              {COLUMNS.map((name) => (
                <th key={name} scope="col" className="number">
                  {t(`plan.payers.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <PartyRow
                key={`${row.kind}.${row.municipality}.${row.name}`}
                row={row}
                withMunicipality={municipalities.size > 1}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('plan.payers.total')}</th>
              <Amount
                name="pays"
                value={uncosted ? null : payers.costs}
                reason="no-costs"
                figure="costs"
                none={!uncosted && !payers.rows.some((row) => row.registered.costs)}
                label={total}
              />
              <Share name="costShare" value={payers.costs > 0 ? 1 : null} figure="costShares" label={total} />
              <Amount name="gains" value={payers.gains} reason={payers.reason} figure="gains" label={total} />
              <Share
                name="gainShare"
                value={payers.gains !== null && payers.gains > 0 ? 1 : null}
                figure="gainShares"
                label={total}
              />
              <Amount name="net" value={payers.net} reason={payers.reason} figure="net" label={total} />
            </tr>
          </tfoot>
        </table>
      )}
      {many ? (
        <Button variant="subtle" className="more" onClick={() => setAll(!all)}>
          {all ? t('plan.payers.fewer') : t('plan.payers.more', { count: payers.rows.length })}
        </Button>
      ) : null}
    </section>
  );
}

function PartyRow({ row, withMunicipality }: { row: Party; withMunicipality: boolean }) {
  const { t } = useTranslation();
  const name = row.kind === 'party' ? (row.name ?? '') : t(`plan.payers.${row.kind}`);
  const choice = { party: row.name ?? undefined, partyMunicipality: row.municipality ?? undefined };
  return (
    <tr data-kind={row.kind}>
      <th scope="row">
        {name}
        {withMunicipality && row.municipality ? <small>{row.municipality}</small> : null}
      </th>
      <Amount
        name="pays"
        value={row.costs}
        figure="payerCosts"
        none={!row.registered.costs}
        label={name}
        choice={choice}
      />
      <Share
        name="costShare"
        value={row.registered.costs ? row.costShare : null}
        figure="costShare"
        label={name}
        choice={choice}
      />
      <Amount
        name="gains"
        value={row.gains}
        reason={row.reason}
        figure="departmentGains"
        none={!row.registered.gains}
        label={name}
        choice={choice}
      />
      <Share
        name="gainShare"
        value={row.registered.gains ? row.gainShare : null}
        figure="gainShare"
        label={name}
        choice={choice}
      />
      <Amount
        name="net"
        value={row.net}
        reason={row.reason}
        figure={NET[row.kind]}
        label={name}
        choice={choice}
      />
    </tr>
  );
}

type Column = (typeof COLUMNS)[number];

/** Costs that nobody is named for are that row's net, and so are gains of no department. */
const NET = { party: 'partyNet', 'no-payer': 'payerCosts', 'no-department': 'departmentGains' } as const;

interface CellProps {
  name: Column;
  value: number | null;
  reason?: Party['reason'];
  figure?: ExplainedFigure;
  label?: string;
  choice?: Choice;
  /** Whether nothing is registered that it could be a sum of. */
  none?: boolean;
}

function Amount({ name, value, reason, figure, label, choice, none = false }: CellProps) {
  const { t } = useTranslation();
  const asked = { figure, label: `${t(`plan.payers.${name}`)}, ${label}`, choice };
  return (
    <td
      className="number"
      data-label={t(`plan.payers.${name}`)}
      data-none={none || undefined}
      data-column={name}
    >
      {none ? (
        <>
          <span aria-hidden="true">{format.UNKNOWN_MARK}</span>
          <span className="unseen">{t('plan.payers.nothing')}</span>
        </>
      ) : value === null ? (
        <Unknown {...asked} reason={reason ?? undefined} brief />
      ) : figure === undefined ? (
        format.kroner(value)
      ) : (
        <Explained {...asked} figure={figure}>
          {format.kroner(value)}
        </Explained>
      )}
    </td>
  );
}

/** A share of nothing says nothing. */
function Share({ name, value, figure, label, choice }: CellProps) {
  const { t } = useTranslation();
  return (
    <td className="number" data-label={t(`plan.payers.${name}`)} data-none={value === null || undefined}>
      {value === null ? (
        ''
      ) : figure === undefined ? (
        format.share(value)
      ) : (
        <Explained figure={figure} label={`${t(`plan.payers.${name}`)}, ${label}`} choice={choice}>
          {format.share(value)}
        </Explained>
      )}
    </td>
  );
}
