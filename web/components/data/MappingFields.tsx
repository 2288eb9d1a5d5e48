import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingForm, MappingText } from '../../../server/contract/mappings.ts';
import { isZone } from '../../../server/contract/uploads.ts';
import { FileSample } from './FileSample.tsx';
import { MappingSettings } from './MappingSettings.tsx';
import { faultsOf, finished, startOf } from './mappingDraft.ts';
import { mappingYaml } from './mappingYaml.ts';
import { OriginField } from './OriginField.tsx';
import { saveText } from './saveText.ts';
import type { Uploading } from './useUpload.ts';
import { WordFields } from './WordFields.tsx';

interface Props {
  form: MappingForm;
  /** What the mapping's file is called. */
  name: string;
  uploading: Uploading;
  review: (mapping: MappingText) => Promise<void>;
  close: () => void;
}

/** Each of the table's columns with where it comes from, what words mean, and how numbers and days are written. */
export function MappingFields({ form, name, uploading, review, close }: Props) {
  const { t } = useTranslation();
  const [content, setContent] = useState(() => startOf(form));
  const [told, setTold] = useState<Readonly<Record<string, string>>>({});
  // Fields that were filled in from the start stay where they are, also when they are emptied.
  const [first] = useState(
    () => new Set(form.needs.filter((n) => n.required || content.columns[n.name]).map((n) => n.name)),
  );
  const fields = useRef<HTMLFormElement>(null);
  const refused = uploading.problem?.details.file === form.file ? uploading.problem.details : null;
  const faults = { ...servedFaults(refused ?? {}, ownWords(t)), ...told };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that something is found wrong
  useEffect(() => {
    const [wrong] = Object.keys(faults);
    const field = wrong ? fields.current?.querySelector(`[data-field="${CSS.escape(wrong)}"]`) : null;
    field?.closest('details')?.setAttribute('open', '');
    const input = field?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (input ?? field?.querySelector<HTMLElement>('select, input'))?.focus();
  }, [told, refused]);
  const checked = (): boolean => {
    const found = Object.entries(faultsOf(content, form)).map(([need, what]) => [
      need,
      t(`mapping.fault.${what}`),
    ]);
    if (content.zone !== undefined && !isZone(content.zone)) found.push(['zone', t('upload.notAZone')]);
    setTold(Object.fromEntries(found));
    return found.length === 0;
  };
  const text = () => mappingYaml(finished(content, form));
  const part = (of: MappingForm['needs']) =>
    of.map((need) => (
      <div key={need.name}>
        <OriginField
          need={need}
          form={form}
          content={content}
          fault={faults[need.name]}
          change={setContent}
        />
        <WordFields need={need} form={form} content={content} fault={faults.statuses} change={setContent} />
      </div>
    ));
  const others = form.needs.filter((need) => !first.has(need.name));
  return (
    <form
      ref={fields}
      className="mapping-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!uploading.busy && checked()) void review({ name, text: text() });
      }}
    >
      <FileSample form={form} content={content} />
      {form.table === null ? (
        <p className="quiet">{t('mapping.chooseTable')}</p>
      ) : (
        <>
          <p className="mapping-lead">{t('mapping.lead')}</p>
          {part(form.needs.filter((need) => first.has(need.name)))}
          {content.where?.map((filter) => (
            <p key={filter.column} className="quiet">
              {t(filter.equals === undefined ? 'mapping.whereNot' : 'mapping.where', {
                column: filter.column,
                words: [filter.equals ?? filter.not ?? []].flat().join(', '),
              })}
            </p>
          ))}
          {others.length > 0 ? (
            <details>
              <summary>{t('mapping.more')}</summary>
              {part(others)}
            </details>
          ) : null}
          <details open={content.dates !== undefined || content.decimal !== undefined || undefined}>
            <summary>{t('mapping.settings')}</summary>
            <MappingSettings content={content} faults={faults} change={setContent} />
          </details>
          <p className="upload-choices">
            <Button type="submit" disabled={uploading.busy}>
              {t('upload.review')}
            </Button>
            <Button variant="subtle" onClick={() => checked() && saveText(text(), name)}>
              {t('upload.saveMapping')}
            </Button>
            <Button variant="subtle" onClick={close}>
              {t('mapping.close')}
            </Button>
          </p>
        </>
      )}
    </form>
  );
}

function ownWords(t: TFunction): Record<string, string> {
  return { dates: t('mapping.fault.dates'), zone: t('upload.notAZone') };
}

/** What the server found wrong, by field: in our words for the settings, else in its own. */
function servedFaults(
  details: Readonly<Record<string, string | number | null>>,
  ours: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(details)
      .filter(([path]) => path !== 'file')
      .map(([path, message]) => {
        const field = path.startsWith('columns.') ? (path.split('.')[1] ?? path) : path;
        return [field, ours[field] ?? String(message)];
      }),
  );
}
