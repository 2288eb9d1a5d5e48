#!/usr/bin/env node
import { Command } from 'commander';
import { defaultDatabase } from '../server/config.ts';
import { GevinstError } from '../server/errors.ts';
import { VERSION } from '../server/version.ts';

const program = new Command('gevinst')
  .description('Shows what each digitalisation project was worth')
  .version(VERSION)
  .showHelpAfterError();

const database = ['--db <database>', 'SQLite path or postgres URL', defaultDatabase()] as const;

program
  .command('demo')
  .description('an example warehouse in a temporary file, served on localhost')
  .option('--port <port>', 'port to serve on', '3000')
  .option('--host <host>', 'loopback address to serve on', '127.0.0.1')
  .option('--open', 'open the dashboard in the browser', false)
  .action(async (options) => (await import('./commands/demo.ts')).runDemo(options));

program
  .command('serve')
  .description('API and dashboard')
  .option(...database)
  .option('--port <port>', 'port to serve on', '3000')
  .option('--host <host>', 'loopback address to serve on', '127.0.0.1')
  .action(async (options) => (await import('./commands/serve.ts')).runServe(options));

program
  .command('load')
  .description('loads bundles and files of canonical tables; the same file again changes nothing')
  .argument('<paths...>', 'folders of CSV files, or single ones')
  .option(...database)
  .option('--source <name>', 'what the files are, where their names do not tell (e.g. runs)')
  .option('--dry-run', 'tell what would be kept and refused, and write nothing', false)
  .option('--json', 'answer in one line of JSON', false)
  .addHelpText('after', '\nExit code: 0 all kept, 1 nothing loaded, 2 loaded with refused rows.')
  .action(async (paths, options) => {
    process.exitCode = await (await import('./commands/load.ts')).runLoad(paths, options);
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
  .command('migrate')
  .description('brings a warehouse up to this version')
  .option(...database)
  .action(async (options) => (await import('./commands/migrate.ts')).runMigrate(options));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof GevinstError) {
    process.stderr.write(`gevinst: ${error.message}\n`);
  } else {
    const { message } = error as Error;
    process.stderr.write(`gevinst: something went wrong that should not have: ${message}\n`);
  }
  process.exitCode = 1;
}
