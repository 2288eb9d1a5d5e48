import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../api.ts';

interface Props {
  /** What the button that saves says. */
  label?: string;
  saving: boolean;
  error: ApiError | null;
  cancel: () => void;
  /** How many fields are wrong: said by the button, since they may be out of sight. */
  wrong?: number;
}

/** Save and cancel at the end of a form, with what went wrong. Save is a submit button. */
export function SaveBar({ label, saving, error, cancel, wrong = 0 }: Props) {
  const { t } = useTranslation();
  return (
    <div className="save-bar">
      <div aria-live="polite">
        {wrong > 0 ? <p className="caution">{t('edit.wrong', { count: wrong })}</p> : null}
        {error ? <EditProblem error={error} /> : null}
      </div>
      <p className="ask-choices">
        <Button variant="default" onClick={cancel} disabled={saving}>
          {t('edit.cancel')}
        </Button>
        <Button type="submit" loading={saving}>
          {label ?? t('edit.save')}
        </Button>
      </p>
    </div>
  );
}

/** Why an edit was not saved, and what to do. */
export function EditProblem({ error }: { error: ApiError }) {
  const { t } = useTranslation();
  return (
    <p className="caution" role="alert">
      {t(`edit.problem.${error.code as 'internal'}`, {
        message: error.message,
        defaultValue: t('error.failed', { message: error.message }),
      })}
    </p>
  );
}
