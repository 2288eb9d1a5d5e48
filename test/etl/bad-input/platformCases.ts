import { type BadFile, lines, type Section } from './badFile.ts';

/** An export of queue transactions: `id,status,started,ended`. */
function transactions(...rows: string[]): string {
  return lines('Id,Status,Started (absolute),Ended (absolute),Queue', ...rows.map((row) => `${row},R1`));
}

export const PLATFORMS: Section<BadFile> = {
  heading: 'Exports of robot platforms',
  cases: [
    {
      title: 'Dates with slashes and the month first, without AM or PM: 02/13/2024 08:00:00',
      gets: 'Nothing is loaded: 02/03 in the same file would be taken for 2 March. The line is named.',
      file: 'udtræk.csv',
      content: () =>
        transactions(
          '1,Successful,02/03/2024 08:00:00,02/03/2024 08:01:00',
          '2,Successful,02/13/2024 08:00:00,02/13/2024 08:01:00',
        ),
      comes: { failed: /^Line 3, Started \(absolute\): “02\/13\/2024 08:00:00” has its month first\./ },
    },
    {
      title: 'A day that no month has: 13/13/2024',
      gets: 'The row is refused.',
      file: 'udtræk.csv',
      content: () => transactions('1,Successful,,13/13/2024 08:01:00', '2,Successful,,02-03-2024 08:01:00'),
      comes: { kept: 1, refused: ['2 Ended (absolute) not-an-instant'] },
    },
    {
      title: 'NULL, as SQL Server’s tools write that there is nothing, and \\N, as PostgreSQL does',
      gets: 'Nothing, in exports of robot platforms. In the tables of a bundle they are text.',
      file: 'udtræk.csv',
      content: () =>
        transactions(
          '1,Successful,NULL,2024-03-02 08:01:00.0000000',
          '2,Successful,\\N,2024-03-02 08:01:00',
          '3,Successful,\\N,NULL',
        ),
      comes: { kept: 2, refused: ['4 Ended (absolute) missing'] },
    },
  ],
};
