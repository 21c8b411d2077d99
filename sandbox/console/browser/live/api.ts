async function answerOf<T>(request: Promise<Response>): Promise<T> {
  const response = await request.catch(() => {
    throw new Error('The sandbox does not answer. Is npm start still running?');
  });
  const answer = (await response.json()) as T & { readonly message?: string };
  if (!response.ok) throw new Error(answer.message ?? `The sandbox answered ${response.status}.`);
  return answer;
}

/** Sends a GET request to the sandbox. */
export function load<T>(path: string): Promise<T> {
  return answerOf<T>(fetch(`/api/${path}`));
}

/** Sends a POST request to the sandbox; rejects with a sentence if the sandbox refuses. */
export function send<T>(path: string, body: object = {}): Promise<T> {
  return answerOf<T>(
    fetch(`/api/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
}
