import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TableOutcome } from '../../../server/contract/uploads.ts';

const MOST_NAMED = 4;

/** The way from what was loaded to the figures that it gave: to their projects where they are few, else to all. */
export function SeeFigures({ files }: { files: readonly TableOutcome[] }) {
  const { t } = useTranslation();
  const found = new Map(
    files.flatMap(({ brief }) => brief?.projects ?? []).map(({ project, name }) => [project, name]),
  );
  if (found.size === 0 || found.size > MOST_NAMED) {
    return (
      <Button component={Link} to="/">
        {t('upload.seeFigures')}
      </Button>
    );
  }
  return [...found].map(([project, name]) => (
    <Button key={project} component={Link} to={`/projekt/${encodeURIComponent(project)}`}>
      {t('intake.seeFiguresOf', { name })}
    </Button>
  ));
}
