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
 * The app's page loads its libraries from this machine here. Crayons' loader makes a function of a text before it does
 * anything else, and its elements and the chart bring styles of their own.
 */
const APP_POLICY = OWN_POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-eval'").replace(
  "style-src 'self'",
  "style-src 'self' 'unsafe-inline'",
);

/** No inline scripts, nothing from elsewhere, no address told to others. */
export const sendHeaders: RequestHandler = (request, response, next) => {
  response.set({
    'Content-Security-Policy': request.path.startsWith('/app/') ? APP_POLICY : OWN_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  next();
};

/** Refuses other names for this machine, and changes that another site's page asks for. */
export function refuseStrangers(isOwnHost: (host: string) => boolean): RequestHandler {
  return (request, response, next) => {
    const host = request.get('host') ?? '';
    const origin = request.get('origin');
    const isOwnPage = origin === undefined || origin === `http://${host}`;
    if (isOwnHost(host) && isOwnPage) return next();
    response.status(403).json({ message: 'Only this machine’s own page may ask.' });
  };
}

/** A refusal is an answer in words; anything else is a fault of the sandbox and says so. */
export const sendFailure: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  const isRefusal = error instanceof Refused;
  if (!isRefusal) console.error(error);
  const message = error instanceof Error ? error.message : String(error);
  response.status(isRefusal ? 422 : 500).json({ message });
};
