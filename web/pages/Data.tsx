import '../style/data.css';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../api.ts';
import { Answered } from '../components/Answered.tsx';
import { Freshness } from '../components/data/Freshness.tsx';
import { Loads } from '../components/data/Loads.tsx';
import { UploadSection } from '../components/data/UploadSection.tsx';
import { useTitle } from '../components/useTitle.ts';

/** What came in, what was kept, what was refused and why; and the way in for more. */
export function DataPage() {
  const { t } = useTranslation();
  useTitle(t('data.title'));
  const query = useAsk('loads', {}, {});
  return (
    <>
      <section className="hero">
        <p className="eyebrow">{t('data.title')}</p>
        <h1>{t('data.headline')}</h1>
      </section>
      <UploadSection />
      <Answered query={query} lines={8}>
        {(list) =>
          list.loads.length === 0 ? (
            <section className="message">
              <p>{t('data.empty')}</p>
              <pre>gevinst load ./min-mappe</pre>
            </section>
          ) : (
            <>
              <Freshness list={list} />
              <Loads list={list} />
            </>
          )
        }
      </Answered>
    </>
  );
}
