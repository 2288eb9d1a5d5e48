import '../style/data.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../api.ts';
import { Answered } from '../components/Answered.tsx';
import { Freshness } from '../components/data/Freshness.tsx';
import { Loads } from '../components/data/Loads.tsx';
import { UploadSection } from '../components/data/UploadSection.tsx';
import { useTitle } from '../components/useTitle.ts';

const AT_ONCE = 200;
/** The address takes no larger number. */
const MOST = 9_999;

/** What came in, what was kept, what was refused and why; and the way in for more. */
export function DataPage() {
  const { t } = useTranslation();
  useTitle(t('data.title'));
  const [shown, setShown] = useState(AT_ONCE);
  const query = useAsk('loads', {}, { limit: String(shown) });
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
              {list.older > 0 && shown < MOST ? (
                <Button
                  variant="subtle"
                  className="more"
                  onClick={() => setShown(Math.min(MOST, shown + AT_ONCE))}
                >
                  {t('intake.older')}
                </Button>
              ) : null}
            </>
          )
        }
      </Answered>
    </>
  );
}
