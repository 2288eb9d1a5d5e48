import { useState } from 'react';
import type { MapContent, ProjectMap } from '../../../server/contract/map.ts';
import { act } from '../../act.ts';
import type { ApiError } from '../../api.ts';
import { refreshFigures, useEdit } from '../edit/useEdit.ts';
import { contentOf, drawable } from './operations.ts';

export interface MapEdits {
  content: MapContent;
  /** Saves the map as it is to be; true once it is saved. What it was can be brought back by `undo`. */
  save: (next: MapContent) => Promise<boolean>;
  undo: (() => void) | null;
  redo: (() => void) | null;
  saving: boolean;
  /** Whether anything has been saved since the page was opened. */
  saved: boolean;
  error: ApiError | null;
  /** Lets go of what was tried, and fetches the map as others have made it. */
  fetchNew: () => void;
}

/** The edits of a map: each is saved at once, and can be undone and done again until the page is left. */
export function useMapEdits(map: ProjectMap): MapEdits {
  const [undone, setUndone] = useState<MapContent[]>([]);
  const [done, setDone] = useState<MapContent[]>([]);
  const edit = useEdit((content: MapContent) =>
    act('saveMap', { project: map.project }, { revision: map.revision, ...content }),
  );
  const content = contentOf(map);
  const write = async (next: MapContent, remember: () => void) => {
    try {
      await edit.mutateAsync(next);
    } catch {
      return false;
    }
    remember();
    return true;
  };
  const last = done.at(-1);
  const next = undone.at(-1);
  const free = !edit.isPending;
  return {
    content,
    save: (wanted) =>
      write(wanted, () => {
        setDone([...done, content]);
        setUndone([]);
      }),
    undo:
      last && free
        ? () =>
            write(drawable(last, map), () => {
              setDone(done.slice(0, -1));
              setUndone([...undone, content]);
            })
        : null,
    redo:
      next && free
        ? () =>
            write(drawable(next, map), () => {
              setUndone(undone.slice(0, -1));
              setDone([...done, content]);
            })
        : null,
    saving: edit.isPending,
    saved: edit.isSuccess,
    error: edit.error,
    fetchNew: () => {
      edit.reset();
      setDone([]);
      setUndone([]);
      void refreshFigures();
    },
  };
}
