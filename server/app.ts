import express, { type Express } from 'express';
import helmet from 'helmet';
import sirv from 'sirv';
import { isLoopback } from './config.ts';
import { GevinstError } from './errors.ts';
import { api } from './routes/api.ts';
import { type Logger, problems } from './routes/problems.ts';
import type { Loader } from './uploads/loader.ts';
import type { Uploads } from './uploads/uploads.ts';
import type { Db } from './warehouse/schema.ts';

/** The whole HTTP application: the API, and the built dashboard for every other address. */
export function createApp(db: Db, web: string, log: Logger, uploads: Uploads, loader: Loader): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.use((req, _res, next) => {
    // A page elsewhere may point its own name at this machine; only the machine's own names are answered.
    // Express says it is text; who sends no name (HTTP/1.0), or an empty one, has none.
    const host: string | undefined = req.hostname;
    if (host && isLoopback(host)) return next();
    throw new GevinstError(
      'forbidden-host',
      `Gevinst answers on this machine only (localhost), not as “${host ?? ''}”, until it has sign-in.`,
      { host: host ?? null },
    );
  });
  app.use(helmet(SECURITY));
  app.get('/healthz', (_req, res) => {
    res.json({ status: 'ok' });
  });
  app.use(api(db, uploads, loader));
  app.use(dashboard(web));
  app.use((req) => {
    throw new GevinstError('not-found', `There is no file at ${req.path}.`, { path: req.path });
  });
  app.use(problems(log));
  return app;
}

/** The built pages, packed when they were built; an address that names no file is a page of the dashboard. */
function dashboard(web: string): ReturnType<typeof sirv> {
  return sirv(web, {
    brotli: true,
    gzip: true,
    etag: true,
    single: true,
    setHeaders: (res, path) => {
      // What is below assets/ has a name of its own for every content.
      const asset = path.startsWith('/assets/');
      res.setHeader('Cache-Control', asset ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
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
