import type { ErrorRequestHandler, RequestHandler } from 'express';
import { Refused } from './refused';

const OWN_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/**
 * The app's page loads its libraries from this machine. Crayons' loader creates a function from text, and its elements
 * and the chart add inline styles.
 */
const APP_POLICY = OWN_POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-eval'").replace(
  "style-src 'self'",
  "style-src 'self' 'unsafe-inline'",
);

/** No inline scripts, nothing from other hosts, no referrer. */
export const sendHeaders: RequestHandler = (request, response, next) => {
  response.set({
    'Content-Security-Policy': request.path.startsWith('/app/') ? APP_POLICY : OWN_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  next();
};

/** Refuses foreign host names, and changes requested by another site's page. */
export function refuseStrangers(isOwnHost: (host: string) => boolean): RequestHandler {
  return (request, response, next) => {
    const host = request.get('host') ?? '';
    const origin = request.get('origin');
    const isOwnPage = origin === undefined || origin === `http://${host}`;
    if (isOwnHost(host) && isOwnPage) return next();
    response.status(403).json({ message: 'Only this machine’s own page may ask.' });
  };
}

/** The 4xx of a request that cannot be read, such as bad JSON or a bad escape; undefined for any other error. */
function statusOfMistake(error: unknown): number | undefined {
  if (error instanceof Refused) return 422;
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 0;
  return status >= 400 && status < 500 ? status : undefined;
}

/** A mistake of the request is answered with its sentence; any other error is reported as a fault of the sandbox. */
export const sendFailure: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  const status = statusOfMistake(error);
  if (status === undefined) console.error(error);
  const message = error instanceof Error ? error.message : String(error);
  response.status(status ?? 500).json({ message });
};
