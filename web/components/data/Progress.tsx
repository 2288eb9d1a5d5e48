import { useTranslation } from 'react-i18next';
import type { Upload } from '../../../server/contract/uploads.ts';
import { bytesText } from './bytes.ts';
import { isWorking } from './useUpload.ts';

interface Props {
  sending: { done: number; total: number } | null;
  upload: Upload | null;
}

/** What is being done and how far it is; spoken at each new stage and each quarter of it. */
export function Progress({ sending, upload }: Props) {
  const { t } = useTranslation();
  const stage = stageOf(sending, upload);
  const progress = sending ?? (isWorking(upload) ? upload?.progress : null) ?? null;
  const share = progress && progress.total > 0 ? progress.done / progress.total : null;
  const working = sending !== null || isWorking(upload);
  const quarter = share === null ? 0 : Math.floor(share * 4) * 25;
  const spoken = stage === null ? '' : t(`uploadStage.${stage}`);
  return (
    <>
      <p className="unseen" role="status">
        {working && quarter > 0 ? `${spoken}: ${quarter} %` : spoken}
      </p>
      {working ? (
        <div className="progress">
          <p aria-hidden="true">
            <strong>{spoken} …</strong>
            {progress ? (
              <span>
                {sending
                  ? t('upload.ofBytes', {
                      done: bytesText(Math.round(progress.done)),
                      total: bytesText(progress.total),
                    })
                  : `${Math.floor((share ?? 0) * 100)} %`}
              </span>
            ) : null}
          </p>
          <progress aria-label={spoken} max={1} {...(share === null ? {} : { value: share })} />
          {stage === 'loading' ? <p className="quiet">{t('upload.whole')}</p> : null}
        </div>
      ) : null}
    </>
  );
}

function stageOf(sending: Props['sending'], upload: Upload | null) {
  if (sending) return 'sending';
  return upload?.waiting ? 'waiting' : (upload?.state ?? null);
}
