/** A text with single spaces: two that look the same on a page are the same. */
export function singleSpaced(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Which of some goals is called so: the one in the same letters, else one that differs in capitals only. */
export function goalCalled(words: string, goals: readonly string[]): string | undefined {
  const wanted = singleSpaced(words);
  const lower = wanted.toLowerCase();
  return (
    goals.find((goal) => goal === wanted) ?? goals.filter((goal) => goal.toLowerCase() === lower).sort()[0]
  );
}
