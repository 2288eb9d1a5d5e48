import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../../../server/contract/plan.ts';
import { expectedCost, riskPool } from '../../../server/domain/plan.ts';
import { act } from '../../act.ts';
import * as format from '../../format.ts';
import { Dialog } from '../edit/Dialog.tsx';
import { EditorName } from '../edit/EditorName.tsx';
import { NumberField, TextField } from '../edit/fields.tsx';
import { SaveBar } from '../edit/SaveBar.tsx';
import { useEdit } from '../edit/useEdit.ts';
import { emptyRisk, type RiskDraft, type RiskFaults, riskDrafts, risksOf } from './riskDraft.ts';

interface Props {
  project: string;
  risks: Plan['risks'];
  close: () => void;
}

/** Kroner as the form has them → øre, as the domain counts. */
const inOere = <T extends { consequence: number }>(risk: T) => ({
  ...risk,
  consequence: Math.round(risk.consequence * 100),
});

/** Adds, changes and removes a project's risks, all in one. */
export function RiskForm({ project, risks, close }: Props) {
  const { t } = useTranslation();
  const [rows, setRows] = useState(() => riskDrafts(risks));
  const [revision] = useState(risks.revision);
  const [faults, setFaults] = useState<ReadonlyMap<number, RiskFaults>>(new Map());
  const form = useRef<HTMLFormElement>(null);
  const adding = useRef(false);
  const save = useEdit(
    (given: ReturnType<typeof risksOf>['risks']) => act('saveRisks', { project }, { revision, risks: given }),
    close,
  );
  useEffect(() => {
    if (faults.size > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);
  useEffect(() => {
    if (!adding.current) return;
    adding.current = false;
    form.current?.querySelector<HTMLElement>(`[data-row="${rows.at(-1)?.id}"] input`)?.focus();
  }, [rows]);
  const add = () => {
    adding.current = true;
    setRows((before) => [...before, emptyRisk(before)]);
  };
  const change = (id: number, part: Partial<RiskDraft>) =>
    setRows((before) => before.map((row) => (row.id === id ? { ...row, ...part } : row)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = risksOf(rows);
    setFaults(found.faults);
    if (found.faults.size === 0) save.mutate(found.risks);
  };
  const pool = riskPool(risksOf(rows).risks.map(inOere)) / 100;
  const wrong = [...faults.values()].reduce((sum, own) => sum + Object.keys(own).length, 0);
  return (
    <Dialog title={t('plan.risks.edit')} close={close} busy={save.isPending} wide>
      {(leave) => (
        <form ref={form} className="form risk-form" onSubmit={submit} noValidate>
          {rows.map((row, i) => (
            <RiskRow
              key={row.id}
              number={i + 1}
              row={row}
              faults={faults.get(row.id) ?? {}}
              change={(part) => change(row.id, part)}
              remove={() => setRows((before) => before.filter((r) => r.id !== row.id))}
            />
          ))}
          <p className="plan-sum">
            <Button variant="default" size="sm" onClick={add}>
              {t('plan.risks.add')}
            </Button>
            <output>
              {t('plan.risks.pool')} <b>{format.kroner(pool)}</b>
            </output>
          </p>
          <EditorName />
          <SaveBar saving={save.isPending} error={save.error} cancel={leave} wrong={wrong} />
        </form>
      )}
    </Dialog>
  );
}

interface RowProps {
  number: number;
  row: RiskDraft;
  faults: RiskFaults;
  change: (part: Partial<RiskDraft>) => void;
  remove: () => void;
}

function RiskRow({ number, row, faults, change, remove }: RowProps) {
  const { t } = useTranslation();
  const [own] = risksOf([row]).risks;
  const fault = (name: keyof RiskFaults) => faults[name] && t(`plan.fault.${faults[name]}`);
  return (
    <fieldset className="risk-row" data-row={row.id}>
      <legend className="unseen">{t('plan.risks.number', { number })}</legend>
      <TextField
        label={t('plan.risks.risk')}
        value={row.risk}
        onChange={(risk) => change({ risk })}
        error={fault('risk')}
      />
      <NumberField
        label={t('plan.risks.probability')}
        unit="%"
        value={row.probability}
        onChange={(probability) => change({ probability })}
        error={fault('probability')}
      />
      <NumberField
        label={t('plan.risks.consequence')}
        unit="kr."
        value={row.consequence}
        onChange={(consequence) => change({ consequence })}
        error={fault('consequence')}
      />
      <p className="risk-expected">
        <span>{t('plan.risks.expected')}</span>
        <b>{own ? format.kroner(expectedCost(inOere(own)) / 100) : format.UNKNOWN_MARK}</b>
      </p>
      <Button
        variant="subtle"
        size="sm"
        onClick={remove}
        aria-label={t('plan.risks.remove', { risk: row.risk || t('plan.risks.number', { number }) })}
      >
        {t('edit.remove')}
      </Button>
    </fieldset>
  );
}
