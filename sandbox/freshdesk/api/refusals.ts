import type { Answer } from '../../support/stand-in/answer';

/** One validation error. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
  readonly code: string;
}

/** 400 with the invalid fields. */
export const validationFailed = (...errors: readonly FieldError[]): Answer => ({
  status: 400,
  body: { description: 'Validation failed', errors },
});

/** A field with an invalid value. */
export const invalidValue = (field: string, message: string): Answer =>
  validationFailed({ field, message, code: 'invalid_value' });

/** 401: unknown key, or its agent is deactivated. */
export const INVALID_CREDENTIALS: Answer = {
  status: 401,
  body: { code: 'invalid_credentials', message: 'You have to be logged in to perform this action.' },
};

/** 403: not permitted to the key's agent. */
export const ACCESS_DENIED: Answer = {
  status: 403,
  body: { code: 'access_denied', message: 'You are not authorized to perform this action.' },
};

/** 403: plain HTTP. */
export const SSL_REQUIRED: Answer = {
  status: 403,
  body: { code: 'ssl_required', message: 'Plain HTTP is not accepted here.' },
};

/** 404 with an empty body. */
export const NOT_FOUND: Answer = { status: 404 };

/** 400: the body is not JSON. */
export const INVALID_JSON: Answer = {
  status: 400,
  body: { code: 'invalid_json', message: 'The body cannot be read as JSON.' },
};
