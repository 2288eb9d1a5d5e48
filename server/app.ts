import compression from 'compression';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { isLoopback } from './config.ts';
import { GevinstError } from './errors.ts';
import { api } from './routes/api.ts';
import { type Logger, problems } from './routes/problems.ts';
import type { Db } from './warehouse/schema.ts';

/** The whole HTTP application: the API, and the built dashboard for every other address. */
export function createApp(db: Db, web: string, log: Logger): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.use((req, _res, next) => {
    // A page elsewhere may point its own name at this machine; only the machine's own names are answered.
    if (isLoopback(req.hostname)) return next();
    throw new GevinstError(
      'forbidden-host',
      `Gevinst answers on this machine only (localhost), not as “${req.hostname}”, until it has sign-in.`,
      { host: req.hostname },
    );
  });
  app.use(helmet(SECURITY));
  app.get('/healthz', (_req, res) => {
    res.json({ status: 'ok' });
  });
  app.use(api(db));
  app.use(compression());
  app.use('/assets', express.static(`${web}/assets`, { immutable: true, maxAge: '1y', fallthrough: false }));
  app.use(express.static(web, { index: false, maxAge: 0 }));
  app.get('/{*page}', (_req, res) => {
    res.sendFile('index.html', { root: web });
  });
  app.use(problems(log));
  return app;
}

const SECURITY = {
  // Loopback has no certificate to upgrade to.
  strictTransportSecurity: false,
  contentSecurityPolicy: {
    directives: {
      'default-src': ["'self'"],
      'script-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'upgrade-insecure-requests': null,
    },
  },
} as const;
