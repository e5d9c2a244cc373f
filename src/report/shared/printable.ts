/** Text of documents made harmless for whoever reads it. */

/** Control characters and bidi overrides in names and quotes could rewrite what the reader sees. */
export function printable(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    '·',
  )
}
