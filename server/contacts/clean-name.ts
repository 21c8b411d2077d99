/** White space of every kind, also the kinds without a width, which would make two names look alike. */
const WHITE_SPACE = /[\s\u0085\u200b-\u200d\u2060]+/gu;
/** Everything else that cannot be seen: control and format characters (bidi marks, BOM) and lone surrogates. */
const INVISIBLE = /\ufeff|(?![\s\u0085\u200b-\u200d\u2060])[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** Gives a name as queues carry it: trimmed, one space for inner white space, composed, nothing invisible in it. */
export function cleanName(text: string): string {
  return text.replace(INVISIBLE, '').replace(WHITE_SPACE, ' ').trim().normalize('NFC');
}

/** Cuts a text to at most this many UTF-16 units, never inside a character and never leaving a space at its end. */
export function cutName(text: string, maxLength: number): string {
  let cut = '';
  for (const character of text) {
    if (cut.length + character.length > maxLength) {
      break;
    }
    cut += character;
  }
  return cut.trimEnd();
}
