import express from 'express';
import type { ErrorRequestHandler, Express, Request, RequestHandler } from 'express';
import { sendAnswer } from '../../support/stand-in/answer';
import type { Answer } from '../../support/stand-in/answer';
import type { FaultList } from '../../support/stand-in/fault-list';
import { authenticate } from './access';
import { isPlainHttp, toApiRequest } from './api-request';
import type { Endpoint, ApiWorld } from './endpoint';
import type { CallCounts, EndpointFamily } from './endpoint-family';
import { faultAnswer, strikesCall } from './freshdesk-fault';
import type { FreshdeskFault } from './freshdesk-fault';
import type { RateLimit } from './rate-limit';
import { INVALID_CREDENTIALS, INVALID_JSON, NOT_FOUND, SSL_REQUIRED } from './refusals';
import { ROUTES } from './routes';
import { costOfCall } from './limits';

/** The parts of the API. */
export interface ApiParts extends ApiWorld {
  readonly faults: FaultList<FreshdeskFault>;
  readonly rateLimit: RateLimit;
  readonly calls: CallCounts;
}

const answerCaller = (parts: ApiParts, request: Request, endpoint: Endpoint): Answer => {
  const caller = authenticate(parts.helpdesk, request.get('authorization') ?? '');
  return caller === undefined ? INVALID_CREDENTIALS : endpoint(parts, toApiRequest(request, caller));
};

interface Route {
  readonly family: EndpointFamily;
  readonly endpoint: Endpoint;
}

/** Charges the call, whatever its result, and answers it. */
const answerPaid = (parts: ApiParts, request: Request, { family, endpoint }: Route): Answer => {
  const query = new URL(request.originalUrl, 'http://localhost').searchParams;
  const paid = parts.rateLimit.pay({ family, credits: costOfCall(family, query, parts.limits) });
  if ('refusal' in paid) {
    return paid.refusal;
  }
  const answer = answerCaller(parts, request, endpoint);
  return {
    ...answer,
    headers: { 'X-Freshdesk-API-Version': 'latest=v2; requested=v2', ...paid.headers, ...answer.headers },
  };
};

const answerCall = (parts: ApiParts, request: Request, route: Route): Answer => {
  parts.calls[route.family] += 1;
  const call = { family: route.family, ticketId: Number(request.params['id']) };
  const fault = parts.faults.strike((each) => strikesCall(each, call));
  const faulty = fault === undefined ? undefined : faultAnswer(fault);
  if (faulty !== undefined) {
    return faulty;
  }
  const latencyMs = fault?.kind === 'slow' ? fault.latencyMs : parts.settings.latencyMs;
  const answer = isPlainHttp(request) ? SSL_REQUIRED : answerPaid(parts, request, route);
  return { latencyMs, ...answer };
};

const handle =
  (parts: ApiParts, route: Route): RequestHandler =>
  (request, response) => {
    const answer = answerCall(parts, request, route);
    sendAnswer(response, answer, parts.helpdesk.clock.now() + parts.settings.clockSkewMs);
  };

/** Express calls this for an unreadable body. */
const refuseBody =
  ({ helpdesk }: ApiParts): ErrorRequestHandler =>
  (_error, _request, response, next) => {
    sendAnswer(response, INVALID_JSON, helpdesk.clock.now());
    if (!response.writableEnded) {
      next();
    }
  };

/** The API as an express app. */
export const createApp = (parts: ApiParts): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.use(express.json({ limit: '1mb' }));
  ROUTES.forEach(({ method, path, ...route }) => app[method](`/api/v2${path}`, handle(parts, route)));
  app.use(handle(parts, { family: 'other', endpoint: () => NOT_FOUND }));
  app.use(refuseBody(parts));
  return app;
};
