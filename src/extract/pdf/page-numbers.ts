/** Which page object is which page. */
import type { OpenPdf } from './open.js'

/** 1-based page numbers by the number of the page object. */
export function pageNumbers({ engine, handle, pageCount }: OpenPdf): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>()
  for (let index = 0; index < pageCount; index++)
    numbers.set(engine.call.EPDFDoc_GetPageObjectNumberByIndex(handle, index), index + 1)
  return numbers
}
