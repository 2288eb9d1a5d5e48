import type { Request, Router } from 'express';
import type { ActionName } from '../contract/actions.ts';
import { EDITOR_HEADER } from '../contract/editor.ts';
import type { Editor } from '../edits/edit.ts';
import { GevinstError } from '../errors.ts';
import { holdsCpr, maskUncounted } from '../privacy.ts';
import { userName } from '../userName.ts';
import { type Answer, type Asked, mountAction } from './action.ts';

const LONGEST_NAME = 100;

/** Mounts an action that edits: it is told who edits, and no text with a personal number gets through. */
export function mountEdit<N extends ActionName>(
  router: Router,
  name: N,
  act: (asked: Asked<N>, editor: Editor) => Promise<Answer<N>>,
): void {
  mountAction(router, name, (asked, req) => {
    refusePersonalNumbers({ ...asked.params, ...(asked.body as object | null) });
    return act(asked, { by: editorOf(req), at: Math.floor(Date.now() / 1000) });
  });
}

/** The name that the editor has given, percent-encoded; until there is sign-in, else that of the server's own user. */
function editorOf(req: Request): string {
  const given = req.get(EDITOR_HEADER);
  if (given === undefined || given.trim() === '') return userName();
  try {
    return maskUncounted(
      decodeURIComponent(given)
        .replaceAll(/\p{Cc}/gu, ' ')
        .trim(),
    ).slice(0, LONGEST_NAME);
  } catch {
    throw new GevinstError('bad-parameter', `The header ${EDITOR_HEADER} must be percent-encoded UTF-8.`, {
      parameter: EDITOR_HEADER,
    });
  }
}

/** @throws GevinstError `personal-number`, naming the field */
function refusePersonalNumbers(value: unknown, field = ''): void {
  if (typeof value === 'string' && holdsCpr(value)) {
    throw new GevinstError(
      'personal-number',
      `“${field}” holds a personal number (CPR). Write it without: nothing was saved.`,
      { parameter: field },
    );
  }
  if (value === null || typeof value !== 'object') return;
  for (const [name, inner] of Object.entries(value)) {
    refusePersonalNumbers(inner, field === '' ? name : `${field}.${name}`);
  }
}
