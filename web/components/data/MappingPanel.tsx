import { NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingText } from '../../../server/contract/mappings.ts';
import { act } from '../../act.ts';
import { MappingFields } from './MappingFields.tsx';
import { ProblemText } from './ProblemText.tsx';
import { useSources } from './useSources.ts';
import type { Uploading } from './useUpload.ts';

interface Props {
  file: string;
  upload: string;
  /** What was said of the file's columns before. */
  given: MappingText | null;
  uploading: Uploading;
  review: (mapping: MappingText) => Promise<void>;
  close: () => void;
}

/** Says what a file's columns are: which sheet, which table, and then each column. */
export function MappingPanel({ file, upload, given, uploading, review, close }: Props) {
  const { t } = useTranslation();
  const { sources, nameOf } = useSources();
  const [part, setPart] = useState<string>();
  const [table, setTable] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const { data, error, isFetching } = useQuery({
    // The first word keeps it from being asked for again with the figures.
    queryKey: ['upload', upload, 'mapping', file, part, table, given?.text],
    queryFn: () =>
      act(
        'mappingForm',
        { upload },
        {
          file,
          ...(part === undefined ? {} : { part }),
          ...(table === undefined ? {} : { table }),
          // Another sheet or table is begun afresh.
          ...(given && part === undefined && table === undefined ? { mapping: given } : {}),
        },
      ),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const tables = sources
    .filter(({ title }) => title === null)
    .map(({ name }) => ({ value: name, label: nameOf(name) }));
  return (
    <section className="mapping" aria-busy={isFetching}>
      <h3 ref={heading} tabIndex={-1}>
        {t('mapping.title', { file })}
      </h3>
      {error ? <ProblemText error={error} /> : null}
      {data ? (
        <>
          <div className="mapping-what">
            {data.parts.length > 0 ? (
              <NativeSelect
                label={t('mapping.part')}
                value={data.part ?? ''}
                onChange={({ currentTarget }) => {
                  setTable(undefined);
                  setPart(currentTarget.value);
                }}
                data={data.parts}
              />
            ) : null}
            <NativeSelect
              label={t('mapping.table')}
              value={data.table ?? ''}
              onChange={({ currentTarget }) => {
                setPart(data.part ?? undefined);
                setTable(currentTarget.value);
              }}
              data={[...(data.table === null ? [{ value: '', label: t('upload.choice') }] : []), ...tables]}
            />
          </div>
          <MappingFields
            key={`${data.part} ${data.table}`}
            form={data}
            name={given?.name ?? `${file.replace(/\.[^.]*$/, '')}.yaml`}
            uploading={uploading}
            review={review}
            close={close}
          />
        </>
      ) : error ? null : (
        <p className="quiet">{t('upload.lookingAtColumns')}</p>
      )}
    </section>
  );
}
