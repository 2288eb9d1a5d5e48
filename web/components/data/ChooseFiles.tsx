import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  label: string;
  variant?: 'filled' | 'subtle';
  take: (files: File[]) => void;
}

/** A button that opens the system's own choice of files. */
export function ChooseFiles({ label, variant = 'filled', take }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant={variant} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('upload.choose')}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same file may be chosen again, once it has been mended.
          currentTarget.value = '';
          if (files.length > 0) take(files);
        }}
      />
    </>
  );
}
