import { businessCaseAnswer } from '../../server/answers/businessCase.ts';
import { portfolioAnswer } from '../../server/answers/portfolio.ts';
import { robotWorkAnswer } from '../../server/answers/robotWork.ts';
import { today } from '../../server/clock.ts';
import { Month } from '../../server/contract/scalars.ts';
import { GevinstError } from '../../server/errors.ts';
import { openWarehouse } from '../../server/warehouse/open.ts';
import { portfolioTable, projectTable, robotLine } from './reportTable.ts';

export interface ReportOptions {
  db: string;
  until?: string;
  json: boolean;
}

/** `gevinst report [PROJECT]`: as a table to read, or as JSON. */
export async function runReport(project: string | undefined, options: ReportOptions): Promise<void> {
  const { until } = options;
  if (until !== undefined && !Month.safeParse(until).success) {
    throw new GevinstError(
      'bad-parameter',
      `--until ${until}: expected a month from 1970-01 to 2100-12, such as 2026-03.`,
    );
  }
  const db = await openWarehouse(options.db);
  try {
    const write = (answer: object, table: string) =>
      process.stdout.write(options.json ? `${JSON.stringify(answer)}\n` : table);
    if (project === undefined) {
      const answer = await portfolioAnswer(db, until ? { until } : {}, today());
      const { filters: _, ...shown } = answer;
      write(shown, portfolioTable(answer));
    } else {
      const answer = await businessCaseAnswer(db, project, today(), until);
      const { work, robots } = await robotWorkAnswer(db, project);
      const counted = robots.some((robot) => robot.counted);
      write(answer, projectTable(answer) + robotLine(work, counted));
    }
  } finally {
    await db.destroy();
  }
}
