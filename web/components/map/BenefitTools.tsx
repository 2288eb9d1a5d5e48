import { Button } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardAnswer } from '../../../server/contract/card.ts';
import type { MapNode, ProjectMap } from '../../../server/contract/map.ts';
import { singleSpaced } from '../../../server/domain/goalName.ts';
import { act } from '../../act.ts';
import { useAsk } from '../../api.ts';
import { Answered } from '../Answered.tsx';
import { ArchiveDialog } from '../card/ArchiveDialog.tsx';
import { TextField } from '../edit/fields.tsx';
import { EditProblem } from '../edit/SaveBar.tsx';
import { useEdit } from '../edit/useEdit.ts';
import { wrongName } from './AddNode.tsx';

interface Props {
  map: ProjectMap;
  node: MapNode;
}

/** A benefit's name, which can be changed on the map, and setting the benefit aside. */
export function BenefitTools({ map, node }: Props) {
  const card = useAsk('card', { project: map.project, benefit: node.node }, {});
  return <Answered query={card}>{(answer) => <Tools map={map} answer={answer} />}</Answered>;
}

function Tools({ map, answer }: { map: ProjectMap; answer: CardAnswer }) {
  const { t } = useTranslation();
  const { project, benefit, revision, card } = answer;
  const [text, setText] = useState(card.name);
  const [error, setError] = useState<string>();
  const [archiving, setArchiving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const edit = useEdit((name: string) => act('renameBenefit', { project, benefit }, { name, revision }));
  const rename = (event: FormEvent) => {
    event.preventDefault();
    const name = singleSpaced(text);
    if (name === card.name) return;
    const wrong = wrongName(name, map);
    setError(wrong && t(wrong));
    if (wrong) form.current?.querySelector('input')?.focus();
    else edit.mutate(name);
  };
  return (
    <>
      <form ref={form} className="map-panel-line" onSubmit={rename} noValidate>
        <TextField label={t('map.benefitName')} value={text} onChange={setText} error={error} />
        <Button
          type="submit"
          variant="default"
          loading={edit.isPending}
          disabled={singleSpaced(text) === card.name}
        >
          {t('map.renameSave')}
        </Button>
        <Button variant="default" onClick={() => setArchiving(true)}>
          {t('card.archive')}
        </Button>
      </form>
      {edit.error ? <EditProblem error={edit.error} /> : null}
      {card.inputs.length === 0 ? <p className="quiet">{t('map.benefitBare')}</p> : null}
      {archiving ? <ArchiveDialog answer={answer} close={() => setArchiving(false)} /> : null}
    </>
  );
}
