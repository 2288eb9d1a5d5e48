import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../edit/Dialog.tsx';
import type { Amount } from './amounts.ts';
import { FormulaLine, type ShownPart } from './FormulaLine.tsx';
import '../../style/explain.css';

export interface CalculatedFigure {
  /** The figure's name. */
  label: string;
  /** How it is calculated, in words. */
  words: string;
  formula: readonly ShownPart[];
  result: Amount;
}

/** How a figure was calculated of numbers that are on the page already. */
export function CalculatedDialog({ figure, close }: { figure: CalculatedFigure; close: () => void }) {
  const { t } = useTranslation();
  const { label, words, formula, result } = figure;
  return (
    <Dialog title={t('explanation.title', { figure: label })} close={close} wide>
      {(leave) => (
        <div className="explanation">
          <p className="formula-words">{words}</p>
          <p className="formula">
            <FormulaLine formula={formula} result={result} named />
          </p>
          <div className="ask-choices">
            <Button onClick={leave}>{t('explanation.close')}</Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
