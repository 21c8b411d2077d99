/** The rejection value of the platform's stores: a plain object, never an Error. */
export interface RefusalAnswer {
  readonly status: number;
  readonly message: string;
  readonly errors?: readonly { readonly name: string; readonly message: string }[];
  readonly errorSource?: string;
}

/** Thrown inside the emulator when a store refuses a call; the package's code only receives its `answer`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly answer: RefusalAnswer;

  constructor(status: number, message: string, extras: Omit<RefusalAnswer, 'status' | 'message'> = {}) {
    super(message);
    this.answer = { status, message, ...extras };
  }
}

/** The package's view of a failure inside the emulator. */
export function answerOf(error: unknown): unknown {
  return error instanceof Refusal ? error.answer : error;
}
