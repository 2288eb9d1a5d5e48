#!/usr/bin/env node
import { Command } from 'commander';
import { defaultDatabase, defaultPort } from '../server/config.ts';
import { GevinstError } from '../server/errors.ts';
import { maskCpr } from '../server/privacy.ts';
import { VERSION } from '../server/version.ts';
import { printable } from './printable.ts';

const program = new Command('gevinst')
  .description('Shows what each digitalisation project was worth')
  .version(VERSION)
  .showHelpAfterError();

const database = ['--db <database>', 'SQLite path or postgres URL', defaultDatabase()] as const;
const port = ['--port <port>', 'port to serve on; else PORT in the environment', defaultPort()] as const;

program
  .command('demo')
  .description('an example warehouse in a temporary file, served on localhost')
  .option(...port)
  .option('--host <host>', 'loopback address to serve on', '127.0.0.1')
  .option('--open', 'open the dashboard in the browser', false)
  .action(async (options) => (await import('./commands/demo.ts')).runDemo(options));

program
  .command('serve')
  .description('API and dashboard')
  .option(...database)
  .option(...port)
  .option('--host <host>', 'loopback address to serve on', '127.0.0.1')
  .action(async (options) => (await import('./commands/serve.ts')).runServe(options));

program
  .command('load')
  .description('loads bundles, workbooks and robot logs; the same file again changes nothing')
  .argument('<paths...>', 'files (CSV, XLSX, JSON, ZIP, gzip, Arrow, Parquet), or folders of them')
  .option(...database)
  .option(
    '--source <name>',
    'what the files are where they do not tell: a table, a robot platform, a mapping file',
  )
  .option('--queue <name>', 'the queue of files that do not say theirs')
  .option('--zone <zone>', 'what times without an offset are in (default: Europe/Copenhagen)')
  .option('--create-robots', 'make a robot for each queue that is not known', false)
  .option('--project <project>', 'the project of those robots (default: one each)')
  .option('--municipality <name>', 'the municipality of those projects')
  .option('--each <file>', 'JSON that says what single files are, by path: source, queue, zone')
  .option('--queues <file>', 'JSON that says which robot single queues are, or where one is made for them')
  .option('--refused <folder>', 'write the refused rows there, as they stand in the files, to mend and load')
  .option('--dry-run', 'tell what would be kept and refused, and write nothing', false)
  .option('--json', 'answer in one line of JSON', false)
  .option('--progress', 'tell how far it is on stderr, in lines of JSON', false)
  .addHelpText('after', '\nExit code: 0 all kept, 1 nothing loaded, 2 loaded with refused rows.')
  .action(async (paths, options) => {
    process.exitCode = await (await import('./commands/load.ts')).runLoad(paths, options);
  });

program
  .command('map')
  .description('proposes a mapping file for a file with columns of its own')
  .argument('<file>', 'a file of any format that load reads')
  .option('--table <name>', 'the table that it is (default: the likeliest)')
  .option('--sheet <name>', 'the sheet or entry (default: the first)')
  .option('--out <file>', 'write the mapping to a file, such as own.yaml')
  .option('--mapping <file>', 'with --json: the mapping to begin from, instead of a proposal')
  .option('--json', 'the file’s columns, and what they may be, in one line of JSON', false)
  .option('--force', 'write over a file that is there', false)
  .action(async (file, options) => (await import('./commands/map.ts')).runMap(file, options));

program
  .command('template')
  .description('writes an empty workbook (Danish) to fill in and load')
  .argument('<file>', 'where to write it, such as gevinster.xlsx')
  .option(...database)
  .option('--project <project>', 'only forms for measurements, with this project’s measures filled in')
  .option('--force', 'write over a file that is there', false)
  .action(async (file, options) => (await import('./commands/template.ts')).runTemplate(file, options));

program
  .command('undo')
  .description('takes the rows of a load out again; its record stays')
  .argument('<load>', 'the load’s number, as the Data page shows it')
  .option(...database)
  .option('--json', 'answer in one line of JSON', false)
  .action(async (load, options) => (await import('./commands/undo.ts')).runUndo(load, options));

program
  .command('watch')
  .description('loads what lands in a folder, and moves it to done or failed beneath it')
  .argument('<folder>', 'the folder; it may be on a network drive')
  .option(...database)
  .option('--every <seconds>', 'how often to look', '2')
  .option('--settle <seconds>', 'how long a file must have been unchanged', '2')
  .option('--source <name>', 'what the files are where they do not tell, as for load')
  .option('--queue <name>', 'the queue of files that do not say theirs')
  .option('--zone <zone>', 'what times without an offset are in (default: Europe/Copenhagen)')
  .option('--create-robots', 'make a robot for each queue that is not known', false)
  .option('--project <project>', 'the project of those robots (default: one each)')
  .option('--municipality <name>', 'the municipality of those projects')
  .option('--json', 'a line of JSON for each file', false)
  .action(async (folder, options) => (await import('./commands/watch.ts')).runWatch(folder, options));

program
  .command('pull')
  .description('loads what is new in a robot platform: openorchestrator, automation-server')
  .argument('<source>', 'openorchestrator or automation-server')
  .argument(
    '<location>',
    'a postgres or mssql URL, the path of a SQLite file, or the URL of automation-server’s API',
  )
  .option(...database)
  .option('--schedule <cron>', 'keep running, and pull at these times, such as "*/15 * * * *"')
  .option('--since <time>', 'read again what changed since a day or a time')
  .option('--token-file <file>', 'holds the token of the API (default: the environment’s GEVINST_PULL_TOKEN)')
  .option('--zone <zone>', 'what times without an offset are in (default: Europe/Copenhagen)')
  .option('--create-robots', 'make a robot for each queue that is not known', false)
  .option('--project <project>', 'the project of those robots (default: one each)')
  .option('--municipality <name>', 'the municipality of those projects')
  .option('--json', 'a line of JSON for each pull', false)
  .addHelpText('after', '\nExit code: 0 all kept or nothing new, 1 failed, 2 with refused rows.')
  .action(async (source, location, options) => {
    process.exitCode = await (await import('./commands/pull.ts')).runPull(source, location, options);
  });

program
  .command('report')
  .description('the business case of a project, or of the portfolio')
  .argument('[project]', 'the project’s code; without it the portfolio')
  .option(...database)
  .option('--until <month>', 'last month to count, YYYY-MM; else the last with actual data')
  .option('--json', 'answer in JSON', false)
  .action(async (project, options) => (await import('./commands/report.ts')).runReport(project, options));

program
  .command('remind')
  .description('writes to the owners of benefits that are to be followed up, by the mail server of SMTP_URL')
  .option(...database)
  .option('--digest', 'send the chiefs of DIGEST_TO the digest of last month instead', false)
  .option('--dry-run', 'tell who would get what, and send nothing', false)
  .addHelpText('after', '\nExit code: 0 all sent or nothing due, 1 nothing sent, 2 some were not sent.')
  .action(async (options) => {
    process.exitCode = await (await import('./commands/remind.ts')).runRemind(options);
  });

program
  .command('migrate')
  .description('brings a warehouse up to this version')
  .option(...database)
  .action(async (options) => (await import('./commands/migrate.ts')).runMigrate(options));

process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  // Who reads it may have heard enough.
  if (code === 'EPIPE') return;
  process.stderr.write(`gevinst: The answer could not be written: ${message}.\n`);
  process.exitCode = 1;
});

try {
  await program.parseAsync();
} catch (error) {
  const { message } = error as Error;
  const known = error instanceof GevinstError;
  const said = known ? message : `something went wrong that should not have: ${message}`;
  process.stderr.write(printable(`gevinst: ${maskCpr(said)}\n`));
  process.exitCode = 1;
}
