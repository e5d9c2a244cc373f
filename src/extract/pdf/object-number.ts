/** The number and generation that stand before `obj` in a PDF file. */

/** `12 0` before `obj`, white space of any kind between; -1 if that is not what stands there. Digit by digit: a tagged document has 60 objects a page. */
export function numberBefore(file: Uint8Array, obj: number): number {
  const next = file[obj + 3] ?? 32
  if (isLetter(next)) return -1
  const at = behindBlanks(file, obj)
  const generation = digitsBefore(file, at, 5)
  const end = behindBlanks(file, generation)
  const start = generation < at && end < generation ? digitsBefore(file, end, 10) : end
  let number = 0
  for (let index = start; index < end; index++) number = number * 10 + file[index]! - 48
  return start < end ? number : -1
}

function behindBlanks(file: Uint8Array, from: number): number {
  let end = from
  // White space that goes on and on is no part of an object's head.
  while (end > 0 && from - end < 64 && isSpace(file[end - 1]!)) end--
  return end
}

function digitsBefore(file: Uint8Array, end: number, most: number): number {
  let start = end
  while (start > 0 && end - start < most && file[start - 1]! >= 48 && file[start - 1]! <= 57) start--
  return start
}

function isSpace(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13) || byte === 0
}

function isLetter(byte: number): boolean {
  return (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)
}
