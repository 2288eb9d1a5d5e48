import { useEffect, useRef, useState } from 'react';
import { droppedFiles } from './droppedFiles.ts';

/** Takes files that are dropped anywhere on the page. Tells whether files are being dragged over it. */
export function usePageDrop(take: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const taking = useRef(take);
  taking.current = take;
  useEffect(() => {
    // Each element that is passed on the way is entered and left.
    let depth = 0;
    const isFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const moved = (event: DragEvent) => {
      if (!isFiles(event)) return;
      // Without this the browser leaves the page and opens the file.
      event.preventDefault();
      if (event.type === 'dragenter') depth++;
      if (event.type === 'dragleave') depth--;
      setOver(depth > 0);
    };
    const dropped = async (event: DragEvent) => {
      if (!isFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      const files = await droppedFiles(event.dataTransfer);
      if (files.length > 0) taking.current(files);
    };
    const moves = ['dragenter', 'dragover', 'dragleave'] as const;
    for (const name of moves) window.addEventListener(name, moved);
    window.addEventListener('drop', dropped);
    return () => {
      for (const name of moves) window.removeEventListener(name, moved);
      window.removeEventListener('drop', dropped);
    };
  }, []);
  return over;
}
