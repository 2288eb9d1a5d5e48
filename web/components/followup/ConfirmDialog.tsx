import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dialog } from '../edit/Dialog.tsx';
import { EditProblem } from '../edit/SaveBar.tsx';
import { useEdit } from '../edit/useEdit.ts';

interface Props {
  title: string;
  /** What the buttons say: the one that does it, and the one that leaves it. */
  confirm: string;
  keep: string;
  act: () => Promise<unknown>;
  close: () => void;
  children: ReactNode;
}

/** Asks before something is done that others will notice. */
export function ConfirmDialog({ title, confirm, keep, act, close, children }: Props) {
  const doing = useEdit(act, close);
  return (
    <Dialog title={title} close={close} busy={doing.isPending}>
      {(leave) => (
        <>
          {children}
          {doing.error ? <EditProblem error={doing.error} /> : null}
          <p className="ask-choices">
            <Button variant="default" onClick={leave} disabled={doing.isPending}>
              {keep}
            </Button>
            <Button onClick={() => doing.mutate()} loading={doing.isPending}>
              {confirm}
            </Button>
          </p>
        </>
      )}
    </Dialog>
  );
}
