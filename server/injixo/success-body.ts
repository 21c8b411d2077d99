/** What the body of a 2xx says about the contacts that were sent. */
export interface BodyReading {
  /** False: the body says that something was not taken, or does not say what the app can read. */
  readonly isPlain: boolean;
  /** The contacts it counts as accepted, if they are fewer than were sent; `isOnlySign`: nothing else speaks against it. */
  readonly confirmed?: { readonly accepted: number; readonly isOnlySign: boolean };
}

const WORDS: readonly string[] = ['ok', 'accepted', 'created', 'success'];

function isFilled(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (typeof value === 'number') return value > 0;
  return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : value === true;
}

const isErrorNumber = (value: unknown): boolean => typeof value === 'number' && value >= 400;
const isOneOf =
  (...texts: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === 'string' && texts.includes(value.trim().toLowerCase());

const isErrorStatus = isOneOf('error', 'failed');
const isRefusal = isOneOf('not_found', 'invalid token');

/** The signs of refusal: a field, in small letters, and what its value says. */
const SIGNS: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['errors', isFilled],
  ['error', isFilled],
  ['failures', isFilled],
  ['failed', isFilled],
  ['rejected', isFilled],
  ['success', (value) => value === false],
  ['ok', (value) => value === false],
  ['status', (value) => isErrorNumber(value) || isErrorStatus(value)],
  ['code', isErrorNumber],
  ['statuscode', isErrorNumber],
  ['message', isRefusal],
  ['id', isRefusal],
]);

/** The JSON value of a body, and what its fields say at any depth; null: it is no JSON. */
function readJson(body: string, sent: number) {
  let signs = 0;
  const accepted: number[] = [];
  try {
    const value = JSON.parse(body, (field, each: unknown) => {
      if (SIGNS.get(field.toLowerCase())?.(each) === true) signs += 1;
      if (field === 'accepted' && typeof each === 'number' && each < sent) accepted.push(each);
      return each;
    }) as unknown;
    return { value, signs, accepted };
  } catch {
    return null;
  }
}

/** What a JSON list or object, null, a truth value or a number says. */
function readValue(value: unknown, signs: number, accepted: readonly number[]): BodyReading {
  const isOnlySign = signs === 0;
  if (accepted.length > 0)
    return { isPlain: false, confirmed: { accepted: Math.min(...accepted), isOnlySign } };
  return { isPlain: isOnlySign && (value === true || typeof value === 'object') };
}

/** What the body of a 2xx says of `sent` contacts. A body that no rule names is not plain. */
export function readSuccessBody(body: string, contentType: unknown, sent: number): BodyReading {
  if (body.trim() === '') return { isPlain: true };
  const json = readJson(body, sent);
  const text = json === null ? body : json.value;
  if (json === null || typeof text === 'string') {
    const isForPeople = /text\/html/i.test(String(contentType));
    return { isPlain: !isForPeople && WORDS.includes(String(text).trim().toLowerCase()) };
  }
  return readValue(json.value, json.signs, json.accepted);
}
