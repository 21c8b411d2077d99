import { isJsonObject, type JsonObject } from '../../support/json-value';
import { Refusal } from '../refusal';

/** The names that a template's expressions may use. */
export interface TemplateScope {
  readonly iparam: JsonObject;
  readonly context: JsonObject;
  readonly current_host: JsonObject;
}

const expressionPattern = /<%=\s*(.*?)\s*%>/g;
const encodePattern = /^encode\((.*)\)$/;

/** Fills in `<%= … %>`: paths into the scope, quoted texts, `+` between them, and `encode(…)` around them. */
export function substitute(text: string, scope: TemplateScope): string {
  return text.replace(expressionPattern, (_whole, expression: string) => evaluate(expression, scope));
}

function evaluate(expression: string, scope: TemplateScope): string {
  const [, encoded] = encodePattern.exec(expression) ?? [];
  if (encoded !== undefined) return Buffer.from(joinParts(encoded, scope)).toString('base64');
  return joinParts(expression, scope);
}

function joinParts(expression: string, scope: TemplateScope): string {
  return expression
    .split('+')
    .map((part) => readPart(part.trim(), scope))
    .join('');
}

function readPart(part: string, scope: TemplateScope): string {
  const [, quoted] = /^(?:'([^']*)'|"([^"]*)")$/.exec(part) ?? [];
  if (quoted !== undefined) return quoted;
  const value = part.split('.').reduce<unknown>((holder, name) => memberOf(holder, name), scope);
  if (value === undefined || isJsonObject(value)) {
    throw new Refusal(400, `Error while substituting the templates: ${part}`, { errorSource: 'APP' });
  }
  return String(value);
}

function memberOf(holder: unknown, name: string): unknown {
  return isJsonObject(holder) && Object.hasOwn(holder, name) ? holder[name] : undefined;
}
