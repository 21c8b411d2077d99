import type { Answer } from '../../support/stand-in/answer';
import { invalidValue, validationFailed } from './refusals';

/** The parameters of a ticket list. */
export interface ListQuery {
  readonly filter: 'spam' | 'deleted' | undefined;
  readonly updatedSinceMs: number | undefined;
  readonly orderBy: 'created_at' | 'updated_at' | 'due_by' | 'status';
  readonly isAscending: boolean;
  readonly includes: ReadonlySet<string>;
}

const ALLOWED: Readonly<Record<string, readonly string[] | undefined>> = {
  filter: ['spam', 'deleted'],
  order_by: ['created_at', 'updated_at', 'due_by', 'status'],
  order_type: ['asc', 'desc'],
};
const KNOWN = new Set(['filter', 'order_by', 'order_type', 'updated_since', 'include', 'page', 'per_page']);
const INCLUDES = new Set(['stats', 'requester', 'description']);
const ISO = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;

const includesOf = (query: URLSearchParams): readonly string[] =>
  (query.get('include') ?? '').split(',').filter((name) => name !== '');

const momentOf = (text: string): number => {
  const hasZone = /(Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes('T');
  return ISO.test(text) ? Date.parse(hasZone ? text : `${text}Z`) : NaN;
};

const wrongChoice = (query: URLSearchParams): string | undefined =>
  Object.entries(ALLOWED).find(([name, choices]) => {
    const value = query.get(name);
    return value !== null && choices?.includes(value) !== true;
  })?.[0];

const refusalOf = (query: URLSearchParams): Answer | undefined => {
  const unknown = [...query.keys()].find((name) => !KNOWN.has(name));
  if (unknown !== undefined) {
    return validationFailed({ field: unknown, message: 'No such parameter', code: 'invalid_field' });
  }
  const wrong = wrongChoice(query);
  if (wrong !== undefined) {
    return invalidValue(wrong, 'Not one of the values it can have');
  }
  if (includesOf(query).some((name) => !INCLUDES.has(name))) {
    return invalidValue('include', 'Nothing of this name can be included');
  }
  const since = query.get('updated_since');
  return since !== null && Number.isNaN(momentOf(since))
    ? invalidValue('updated_since', 'Not a moment in ISO 8601')
    : undefined;
};

/** Reads the parameters of a ticket list; unknown ones are refused. */
export const readListQuery = (
  query: URLSearchParams,
): { readonly list: ListQuery } | { readonly refusal: Answer } => {
  const refusal = refusalOf(query);
  if (refusal !== undefined) {
    return { refusal };
  }
  const since = query.get('updated_since');
  return {
    list: {
      filter: (query.get('filter') ?? undefined) as ListQuery['filter'],
      updatedSinceMs: since === null ? undefined : momentOf(since),
      orderBy: (query.get('order_by') ?? 'created_at') as ListQuery['orderBy'],
      isAscending: query.get('order_type') === 'asc',
      includes: new Set(includesOf(query)),
    },
  };
};
