import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseFiles } from './ChooseFiles.tsx';
import { ProblemText } from './ProblemText.tsx';
import { Progress } from './Progress.tsx';
import { Reviewed } from './Reviewed.tsx';
import { usePageDrop } from './usePageDrop.ts';
import { useUpload } from './useUpload.ts';

/** The way in: choose or drop files, see what would become of them, load them. */
export function UploadSection() {
  const { t } = useTranslation();
  const uploading = useUpload();
  const { upload, sending, problem, busy } = uploading;
  const take = (files: File[]) => void uploading.send(files);
  const over = usePageDrop(take);
  const heading = useRef<HTMLHeadingElement>(null);
  const state = upload?.state;
  // The button that was pressed is gone at the next stage: who goes by keyboard goes on from here, not from the top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each new stage
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [state]);
  const idle = upload === null && sending === null;
  return (
    <section className="upload" aria-labelledby="upload">
      <h2 id="upload" ref={heading} tabIndex={-1}>
        {t('upload.title')}
      </h2>
      {over ? (
        <div className="drop-here" aria-hidden="true">
          <p>{busy ? t('upload.later') : t('upload.release')}</p>
        </div>
      ) : null}
      {idle ? (
        <div className="dropzone">
          <p className="dropzone-what">{t('upload.drop')}</p>
          <ChooseFiles label={t('upload.choose')} take={take} />
          <p className="quiet">
            {t('upload.formats')} {t('upload.safe')}
          </p>
          <p className="quiet">
            {t('intake.templateWhat')}{' '}
            <a href="/api/template.xlsx" download>
              {t('intake.template')}
            </a>
          </p>
        </div>
      ) : null}
      {problem ? <ProblemText error={problem} /> : null}
      <Progress sending={sending} upload={upload} />
      {upload?.state === 'failed' ? (
        <>
          <ProblemText error={upload.error ?? { code: 'internal', message: '' }} />
          <p className="upload-choices">
            <Button onClick={() => uploading.preview(upload.options)}>{t('error.retry')}</Button>
            <Button variant="subtle" onClick={uploading.drop}>
              {t('upload.discard')}
            </Button>
          </p>
        </>
      ) : null}
      {busy ? (
        <Button variant="subtle" className="stop" onClick={uploading.drop}>
          {t('upload.stop')}
        </Button>
      ) : null}
      {upload?.outcome && !sending && upload.state !== 'failed' ? (
        <Reviewed upload={upload} outcome={upload.outcome} uploading={uploading} take={take} />
      ) : null}
      {upload?.state === 'uploaded' && !busy ? (
        <p className="upload-choices">
          <Button onClick={() => uploading.preview(upload.options)}>{t('upload.review')}</Button>
          <Button variant="subtle" onClick={uploading.drop}>
            {t('upload.discard')}
          </Button>
        </p>
      ) : null}
    </section>
  );
}
