import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import * as format from '../../format.ts';
import { NumberField } from '../edit/fields.tsx';
import { AMOUNTS, emptyYear, netOf, riskOf, spreadRisk, type YearDraft } from './planDraft.ts';

interface Props {
  years: readonly YearDraft[];
  /** The project's risk pool as it is worked out now, in kroner. */
  pool: number;
  fault: (field: string) => string | undefined;
  change: (years: YearDraft[]) => void;
}

/** The years of a plan that is being written: each one's scenarios and risk, and what they come to. */
export function FreezeYears({ years, pool, fault, change }: Props) {
  const { t } = useTranslation();
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0];
  const known = (value: number | null) => (value === null ? format.UNKNOWN_MARK : format.kroner(value));
  const nets = years.map(netOf);
  const net = nets.reduce<number | null>((sum, own) => (sum === null || own === null ? null : sum + own), 0);
  const risk = riskOf(years);
  return (
    <>
      {years.map((year) => (
        <fieldset key={year.year} className="plan-year">
          <legend>{t('plan.form.year', { year: year.year })}</legend>
          <div className="plan-amounts">
            {AMOUNTS.map((name) => (
              <NumberField
                key={name}
                label={t(`plan.${name}`)}
                unit="kr."
                value={year[name]}
                onChange={(text) =>
                  change(years.map((y) => (y.year === year.year ? { ...y, [name]: text, notes: [] } : y)))
                }
                error={fault(`${year.year}.${name}`)}
              />
            ))}
            <p className="plan-net">
              <span>{t('plan.plannedNet')}</span>
              <b>{known(netOf(year))}</b>
            </p>
          </div>
          {year.notes.map((note) => (
            <p key={note} className="quiet">
              {t(`plan.form.${note}`)}
            </p>
          ))}
        </fieldset>
      ))}
      <p className="plan-year-choices">
        <AddYear year={first - 1} add={() => change([emptyYear(first - 1), ...years])} />
        <AddYear year={last + 1} add={() => change([...years, emptyYear(last + 1)])} />
        {years.length > 1 ? (
          <>
            <Button variant="subtle" size="compact-sm" onClick={() => change(years.slice(1))}>
              {t('plan.form.dropYear', { year: first })}
            </Button>
            <Button variant="subtle" size="compact-sm" onClick={() => change(years.slice(0, -1))}>
              {t('plan.form.dropYear', { year: last })}
            </Button>
          </>
        ) : null}
      </p>
      <output className="plan-whole">
        {t('plan.form.sum', { net: known(net), risk: known(risk) })}
        {risk !== null && risk !== pool ? (
          <span className="caution">
            {t('plan.form.riskDiffers', { pool: format.kroner(pool) })}{' '}
            <Button variant="subtle" size="compact-sm" onClick={() => change(spreadRisk(years, pool))}>
              {t('plan.form.spread')}
            </Button>
          </span>
        ) : null}
      </output>
    </>
  );
}

function AddYear({ year, add }: { year: number; add: () => void }) {
  const { t } = useTranslation();
  return (
    <Button variant="default" size="compact-sm" onClick={add}>
      {t('plan.form.addYear', { year })}
    </Button>
  );
}
