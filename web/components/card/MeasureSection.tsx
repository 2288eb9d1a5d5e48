import { useTranslation } from 'react-i18next';
import { kindOf } from '../../../server/domain/card.ts';
import type { Role } from '../../../server/domain/codes.ts';
import { ChoiceField, LongTextField, NumberField, TextField } from '../edit/fields.tsx';
import { emptyDraft, inputOfChoice, judgedRoleOf, rolesOf, targetDrafts } from './draft.ts';
import { Presets } from './Presets.tsx';
import { SharedMeasure } from './SharedMeasure.tsx';
import { Spot } from './Spot.tsx';
import { toldApart } from './toldApart.ts';
import { useCardDraft } from './useDraft.ts';
import { useInputNames } from './useInputNames.ts';

/** Which measures the method takes, and the rate that hours are valued at. */
export function MeasureSection() {
  const { t } = useTranslation();
  const { draft } = useCardDraft();
  const roles = rolesOf(draft);
  if (roles.length === 0) return null;
  return (
    <fieldset>
      <legend>{t('card.section.measure')}</legend>
      {roles.map((role) => (
        <MeasureFields key={role} role={role} />
      ))}
      {draft.method === 'amount' || draft.method === 'indicator' ? null : <RateFields />}
    </fieldset>
  );
}

function MeasureFields({ role }: { role: Role }) {
  const { t } = useTranslation();
  const { draft, setInput } = useCardDraft();
  const input = draft.inputs[role];
  const counts = input.measure.startsWith('robot:');
  const free = role === 'indicator';
  return (
    <>
      <SourceField role={role} />
      <SharedMeasure role={role} />
      {free && input.measure === '' ? <Presets /> : null}
      {counts ? null : (
        <>
          {free ? <Naming role={role} /> : null}
          <details className="form-more">
            <summary>{free ? t('card.moreHow') : t('card.moreMeasure', { name: input.name })}</summary>
            <div>
              {free ? null : <Naming role={role} />}
              <div className="form-row">
                {(['how', 'source'] as const).map((name) => (
                  <Spot key={name} at={`inputs.${role}.${name}`}>
                    {(error) => (
                      <LongTextField
                        label={t(`card.field.${name}`)}
                        hint={t(`card.hint.${name}`)}
                        error={error}
                        value={input[name]}
                        onChange={(text) => setInput(role, { [name]: text })}
                      />
                    )}
                  </Spot>
                ))}
              </div>
            </div>
          </details>
        </>
      )}
    </>
  );
}

/** Where an input comes from: a robot, a measure that is there, or a new one. Not asked where there is no choice. */
function SourceField({ role }: { role: Role }) {
  const { t } = useTranslation();
  const names = useInputNames();
  const { draft, choices, set, setInput } = useCardDraft();
  const input = draft.inputs[role];
  const isVolume = role === 'volume';
  const robots = isVolume ? choices.robots : [];
  const measures = choices.measures.filter((m) => m.kind === kindOf(role) || role === 'indicator');
  const options = [
    ...toldApart([
      ...robots.map((r) => ({
        value: `robot:${r.robot}`,
        label: t('card.source.robot', { name: r.name }),
        code: r.robot,
      })),
      ...measures.map((m) => ({ value: m.measure, label: `${m.name} (${m.unit})`, code: m.measure })),
    ]),
    { value: '', label: t(isVolume ? 'card.source.newVolume' : 'card.source.new') },
  ];
  if (input.measure !== '' && !options.some((o) => o.value === input.measure)) {
    options.push({ value: input.measure, label: input.name });
  }
  if (options.length === 1) return null;
  const choose = (measure: string) => {
    const found = choices.measures.find((m) => m.measure === measure);
    const robot = robots.find((r) => `robot:${r.robot}` === measure);
    if (found) {
      setInput(role, inputOfChoice(found, role));
      if (role === judgedRoleOf(draft)) set({ targets: targetDrafts(found.targets) });
    } else setInput(role, { ...emptyDraft(names).inputs[role], measure, ...(robot && { name: robot.name }) });
  };
  return (
    <ChoiceField
      label={
        isVolume
          ? t('card.field.volumeSource')
          : `${t('card.field.measureSource')}: ${input.measure === '' && input.name ? input.name : names[role].name || input.name}`
      }
      hint={t(isVolume ? 'card.hint.volume' : 'card.hint.measure')}
      value={input.measure}
      options={options}
      onChange={choose}
    />
  );
}

function Naming({ role }: { role: Role }) {
  const { t } = useTranslation();
  const { draft, setInput } = useCardDraft();
  const input = draft.inputs[role];
  return (
    <div className="form-row">
      <Spot at={`inputs.${role}.name`}>
        {(error) => (
          <TextField
            label={t('card.field.measureName')}
            error={error}
            required
            value={input.name}
            onChange={(name) => setInput(role, { name })}
          />
        )}
      </Spot>
      <Spot at={`inputs.${role}.unit`}>
        {(error) => (
          <TextField
            label={t('card.field.unit')}
            error={error}
            required
            value={input.unit}
            onChange={(unit) => setInput(role, { unit })}
          />
        )}
      </Spot>
      {role === 'volume' ? null : (
        <ChoiceField
          label={t('card.field.better')}
          value={input.better}
          options={(['higher', 'lower'] as const).map((better) => ({
            value: better,
            label: t(`card.better.${better}`),
          }))}
          onChange={(better) => setInput(role, { better: better as 'higher' | 'lower' })}
        />
      )}
    </div>
  );
}

/** The rate by name where there are several; the first rate of all where there is none. */
function RateFields() {
  const { t } = useTranslation();
  const { draft, choices, set } = useCardDraft();
  const names = [...new Set(choices.rates.map((r) => r.rate))];
  if (names.length > 1) {
    return (
      <ChoiceField
        label={t('card.field.rate')}
        hint={t('card.hint.rate')}
        value={draft.rate}
        options={[
          { value: '', label: t('card.choose') },
          ...names.map((rate) => ({ value: rate, label: rate })),
        ]}
        onChange={(rate) => set({ rate })}
      />
    );
  }
  if (names.length === 1) return null;
  return (
    <div className="form-row">
      <Spot at="hourlyKr">
        {(error) => (
          <NumberField
            label={t('card.field.hourlyKr')}
            hint={t('card.hint.hourlyKr')}
            unit="kr."
            error={error}
            value={draft.hourlyKr}
            onChange={(hourlyKr) => set({ hourlyKr })}
          />
        )}
      </Spot>
      <Spot at="hoursPerFte">
        {(error) => (
          <NumberField
            label={t('card.field.hoursPerFte')}
            hint={t('card.hint.hoursPerFte')}
            error={error}
            value={draft.hoursPerFte}
            onChange={(hoursPerFte) => set({ hoursPerFte })}
          />
        )}
      </Spot>
    </div>
  );
}
