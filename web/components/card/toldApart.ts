interface Choice {
  value: string;
  label: string;
  code: string;
}

/** Choices of which several have the same label get their codes with it: `Tid pr. sag (minutter) · LB-12`. */
export function toldApart(choices: readonly Choice[]): { value: string; label: string }[] {
  const times = new Map<string, number>();
  for (const { label } of choices) times.set(label, (times.get(label) ?? 0) + 1);
  return choices.map(({ value, label, code }) => ({
    value,
    label: (times.get(label) ?? 0) > 1 ? `${label} · ${code}` : label,
  }));
}
