import { automationServer } from './automationServer.ts';
import { bluePrismQueue } from './bluePrismQueue.ts';
import { n8n } from './n8n.ts';
import { openOrchestrator } from './openOrchestrator.ts';
import { powerAutomate } from './powerAutomate.ts';
import type { RunSource } from './source.ts';
import { uipathJobs } from './uipathJobs.ts';
import { uipathLog } from './uipathLog.ts';
import { uipathQueue } from './uipathQueue.ts';

/** The robot platforms whose exports are read. */
export const SOURCES: readonly RunSource[] = [
  uipathQueue,
  uipathJobs,
  uipathLog,
  bluePrismQueue,
  powerAutomate,
  openOrchestrator,
  automationServer,
  n8n,
];
