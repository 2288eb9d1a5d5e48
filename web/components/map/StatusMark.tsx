import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { BenefitStatusView } from '../../../server/contract/map.ts';
import type { BenefitStatus } from '../../../server/domain/benefitStatus.ts';
import * as format from '../../format.ts';

type Tone = 'good' | 'going' | 'warn' | 'unknown';

const TONE: Record<BenefitStatus, Tone> = {
  realised: 'good',
  target_met: 'good',
  on_track: 'good',
  partly: 'going',
  target_ahead: 'going',
  planned: 'going',
  behind: 'warn',
  not_realised: 'warn',
};

/** Each tone has its own shape, so that colour alone tells nothing. */
const SHAPE: Record<Tone, string> = {
  good: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM7 11 4 8l1-1 2 2 4-4 1 1z',
  going: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 2v5l3.5 3.5A5 5 0 1 1 8 3z',
  warn: 'M8 1 15.5 15H.5zM7.2 6v4.5h1.6V6zm0 5.7v1.6h1.6v-1.6z',
  unknown: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 1.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z',
};

/** How it goes with a benefit, with a mark; unknown with the reason. */
export function StatusMark({ status }: { status: BenefitStatusView }) {
  const { t, i18n } = useTranslation();
  const tone = status.status === null ? 'unknown' : TONE[status.status];
  return (
    <span className="status-mark" data-tone={tone}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d={SHAPE[tone]} fillRule="evenodd" />
      </svg>
      <span>{statusText(status, t, i18n.language)}</span>
    </span>
  );
}

/** `Realiseret, ved opfølgning 3. feb. 2022` */
export function statusText(status: BenefitStatusView, t: TFunction, language: string): string {
  if (status.status === null) {
    return t('map.statusUnknown', { reason: t(`reason.${status.reason ?? 'no-data'}`) });
  }
  const word = t(`map.status.${status.status}`);
  if (status.from === null || status.day === null) return word;
  const day = format.day(status.day, language).replaceAll(' ', '\u00a0');
  return `${word}, ${t(`map.statusFrom.${status.from}`, { day })}`;
}
