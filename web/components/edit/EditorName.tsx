import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { editorName, keepEditorName } from './editorName.ts';
import { TextField } from './fields.tsx';

/** Asks who is editing, for the history; the browser remembers it. Nothing is shown to who has said so before. */
export function EditorName() {
  const { t } = useTranslation();
  const [known] = useState(editorName() !== '');
  const [name, setName] = useState(editorName());
  if (known) return null;
  return (
    <TextField
      label={t('edit.name')}
      hint={t('edit.nameHint')}
      value={name}
      onChange={(value) => {
        setName(value);
        keepEditorName(value);
      }}
    />
  );
}
