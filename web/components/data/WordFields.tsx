import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MappingContent, MappingForm, TableColumn } from '../../../server/contract/mappings.ts';
import * as format from '../../format.ts';
import { isStatus, withWord, wordsOf } from './mappingDraft.ts';
import { useCodeName } from './useCodeName.ts';
import { useColumnName } from './useColumnName.ts';

interface Props {
  need: TableColumn;
  form: MappingForm;
  content: MappingContent;
  /** What is said of a word that has no meaning yet. */
  fault: string | undefined;
  change: (content: MappingContent) => void;
}

/** What each word of a column means; nothing where the column is not one of words. */
export function WordFields({ need, form, content, fault, change }: Props) {
  const { t } = useTranslation();
  const nameOf = useColumnName(form);
  const codeOf = useCodeName();
  const words = wordsOf(content, need, form.columns);
  if (words === null || words.length === 0) return null;
  const status = isStatus(content, need);
  const options = [
    { value: '', label: status ? t('upload.choice') : t('mapping.asItIs') },
    ...(need.codes ?? []).map(({ code, danish }) => ({ value: code, label: codeOf(code, danish) })),
    ...(status ? [{ value: 'skip', label: t('mapping.skip') }] : []),
  ];
  const unsure = (word: string) =>
    !status && form.guesses.includes(`codes.${need.name}.${word}`) ? t('mapping.guess') : undefined;
  return (
    <fieldset className="mapping-words" data-field={status ? 'statuses' : undefined}>
      <legend>{t('mapping.words', { column: nameOf(need.name) })}</legend>
      {words.map(({ word, rows, becomes }) => (
        <NativeSelect
          key={word}
          label={
            <>
              {word === '' ? <em>{t('mapping.empty')}</em> : word}{' '}
              <small>{t('queues.rows', { count: rows, n: format.count(rows) })}</small>
            </>
          }
          description={unsure(word)}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          error={status && becomes === '' ? fault : undefined}
          value={becomes}
          onChange={(event) => change(withWord(content, need, word, event.currentTarget.value))}
          data={options}
        />
      ))}
    </fieldset>
  );
}
