import type { Answer } from '../../support/stand-in/answer';
import type { ApiRequest } from './api-request';
import { invalidValue } from './refusals';

/** The requested page. */
export interface Paging {
  readonly page: number;
  readonly perPage: number;
}

const DEFAULT_PER_PAGE = 30;

const positive = (text: string | null, fallback: number): number | undefined => {
  if (text === null) {
    return fallback;
  }
  return /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
};

/** Reads `page` and `per_page`; malformed or too large values are refused. */
export const readPaging = (
  query: URLSearchParams,
  maxPerPage: number,
): { readonly paging: Paging } | { readonly refusal: Answer } => {
  const page = positive(query.get('page'), 1);
  const perPage = positive(query.get('per_page'), Math.min(DEFAULT_PER_PAGE, maxPerPage));
  if (page === undefined) {
    return { refusal: invalidValue('page', 'A page is a positive number') };
  }
  if (perPage === undefined || perPage > maxPerPage) {
    return { refusal: invalidValue('per_page', `A page has 1 to ${maxPerPage} entries`) };
  }
  return { paging: { page, perPage } };
};

/** The same page of a list whose pages are shorter than asked for. */
export const shortened = ({ page, perPage }: Paging, rowsShort: number): Paging => ({
  page,
  perPage: Math.max(1, perPage - rowsShort),
});

const nextLink = ({ origin, path, query }: ApiRequest, page: number): Record<string, string> => {
  const next = new URLSearchParams(query);
  next.set('page', String(page + 1));
  return { Link: `<${origin}${path}?${next.toString()}>; rel="next"` };
};

/** One page of rows, with a `Link` to the next if there is one. */
export const pageOf = <Row>(
  request: ApiRequest,
  { page, perPage }: Paging,
  rows: readonly Row[],
): { readonly rows: readonly Row[]; readonly headers: Record<string, string> } => ({
  rows: rows.slice((page - 1) * perPage, page * perPage),
  headers: rows.length > page * perPage ? nextLink(request, page) : {},
});
