import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MappingContent, MappingForm, Origin, TableColumn } from '../../../server/contract/mappings.ts';
import { ChoiceField, TextField } from '../edit/fields.tsx';
import { type Choice, type Chosen, chosenOf, originOf, withOrigin } from './mappingDraft.ts';
import { useCodeName } from './useCodeName.ts';
import { useColumnName } from './useColumnName.ts';

interface Props {
  need: TableColumn;
  form: MappingForm;
  content: MappingContent;
  fault: string | undefined;
  change: (content: MappingContent) => void;
}

const SHOWN = 3;

/** Where one of the table's columns comes from. */
export function OriginField({ need, form, content, fault, change }: Props) {
  const { t } = useTranslation();
  const nameOf = useColumnName(form);
  const codeOf = useCodeName();
  const origin = content.columns[need.name];
  const chosen = chosenOf(origin, need);
  const set = (next: Partial<Chosen>) =>
    change(withOrigin(content, need.name, originOf({ ...chosen, ...next }, origin)));
  const there = form.columns.map(({ name }) => ({ value: `column:${name}`, label: name }));
  const lacking = [chosen.from, chosen.clock].filter(
    (choice) => choice.startsWith('column:') && !there.some(({ value }) => value === choice),
  );
  const columns = [
    ...there,
    // A mapping that was made for another file may read what this one has not.
    ...lacking.map((value) => ({
      value,
      label: t('mapping.missing', { column: value.slice('column:'.length) }),
    })),
  ];
  const isRuns = form.table === 'runs';
  const hint = isRuns ? t(`mapping.hint.${need.name as 'robot'}`, { defaultValue: '' }) : '';
  const guessed =
    form.guesses.includes(`columns.${need.name}`) && origin === form.content?.columns[need.name];
  const cells = firstCells(form, origin);
  return (
    <div className="mapping-need" data-field={need.name}>
      <NativeSelect
        label={nameOf(need.name)}
        withAsterisk={need.required}
        aria-required={need.required}
        description={
          [hint, guessed ? t('mapping.guess') : ''].filter((text) => text !== '').join(' ') || undefined
        }
        // Fields beside each other stand on one line, whatever is said of them.
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        error={chosen.from === 'value' || chosen.clock === 'value' ? undefined : fault}
        value={chosen.from}
        onChange={({ currentTarget }) => set({ from: currentTarget.value as Choice, clock: '', text: '' })}
        data={[
          { value: '', label: need.required ? t('upload.choice') : t('mapping.nowhere') },
          ...columns,
          ...(chosen.from === 'joined'
            ? [{ value: 'joined', label: origin?.columns?.join(' + ') ?? '' }]
            : []),
          { value: 'value', label: t('mapping.sameInAll') },
        ]}
      />
      {chosen.from === 'value' ? (
        need.codes ? (
          <ChoiceField
            label={t('mapping.value')}
            error={fault}
            value={chosen.text}
            onChange={(text) => set({ text })}
            options={[
              { value: '', label: t('upload.choice') },
              ...need.codes.map(({ code, danish }) => ({ value: code, label: codeOf(code, danish) })),
            ]}
          />
        ) : (
          <TextField
            label={t('mapping.value')}
            error={fault}
            value={chosen.text}
            onChange={(text) => set({ text })}
          />
        )
      ) : null}
      {need.kind === 'instant' && chosen.from.startsWith('column:') ? (
        <ChoiceField
          label={t('mapping.clock')}
          value={chosen.clock}
          onChange={(clock) => set({ clock: clock as Choice, text: clock === 'value' ? '12:00' : '' })}
          options={[
            { value: '', label: t('mapping.clockThere') },
            ...columns,
            { value: 'value', label: t('mapping.clockFixed') },
          ]}
        />
      ) : null}
      {chosen.clock === 'value' ? (
        <TextField
          label={t('mapping.clockValue')}
          error={fault}
          value={chosen.text}
          onChange={(text) => set({ text })}
        />
      ) : null}
      {cells.length > 0 ? (
        <p className="mapping-cells">
          {cells.map((cell) => (
            <span key={cell}>{cell}</span>
          ))}
        </p>
      ) : null}
    </div>
  );
}

/** What the first rows have in the columns that a value is read from. */
function firstCells({ columns }: MappingForm, origin: Origin | undefined): string[] {
  const names = origin?.columns ?? (origin?.column === undefined ? [] : [origin.column]);
  const read = names.map((name) => columns.find((column) => column.name === name)?.cells ?? []);
  const rows = (read[0] ?? []).map((_, i) =>
    read
      .map((cells) => cells[i] ?? '')
      .join(' ')
      .trim(),
  );
  return [...new Set(rows.filter((cell) => cell !== ''))].slice(0, SHOWN);
}
