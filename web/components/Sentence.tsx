import { Fragment, type ReactNode } from 'react';

interface Props<N extends string> {
  put: Record<N, ReactNode>;
  text: (marks: Record<N, string>) => string;
}

const MARK = /(\{\|\w+\|\})/;

/** A sentence with things put in: `text` is given a mark for each of them, which it puts where they belong. */
export function Sentence<N extends string>({ put, text }: Props<N>) {
  const names = Object.keys(put) as N[];
  const marks = Object.fromEntries(names.map((name) => [name, `{|${name}|}`])) as Record<N, string>;
  return text(marks)
    .split(MARK)
    .map((part, i) => {
      const name = names.find((n) => marks[n] === part);
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence are told apart by their place
      return <Fragment key={i}>{name === undefined ? part : put[name]}</Fragment>;
    });
}
