import { useTranslation } from 'react-i18next';
import type { MappingContent, MappingForm } from '../../../server/contract/mappings.ts';
import { usesOf } from './mappingDraft.ts';
import { useColumnName } from './useColumnName.ts';

/** The file's columns with their first cells, and what each is read as. */
export function FileSample({ form, content }: { form: MappingForm; content: MappingContent }) {
  const { t } = useTranslation();
  const nameOf = useColumnName(form);
  const uses = usesOf(content);
  const rows = Math.max(0, ...form.columns.map(({ cells }) => cells.length));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard
    <section className="mapping-sample" tabIndex={0} aria-label={t('mapping.sample')}>
      <table>
        <thead>
          <tr>
            {form.columns.map(({ name }) => (
              <th key={name} scope="col" data-used={uses.has(name) || undefined}>
                {name}
                <small>{uses.get(name)?.map(nameOf).join(', ') ?? t('mapping.notUsed')}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing else, and never change
            <tr key={i}>
              {form.columns.map(({ name, cells }) => (
                <td key={name}>{cells[i]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
