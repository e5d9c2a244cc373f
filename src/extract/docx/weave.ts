/** Two readings of one body made into one: mammoth's order, our own detail, and no text that only one of them saw lost. */
import type { Body } from './body.js'
import { type DocxParagraph, squash } from './paragraph.js'

/** Own paragraphs in the order of `body`; what mammoth does not give keeps its place behind its predecessor. */
export function weave(own: readonly DocxParagraph[], body: Body): DocxParagraph[] {
  const claims = claim(own, body)
  const claimed = new Set(claims)
  const woven: DocxParagraph[] = []
  let next = 0
  const passOver = (until: number) => {
    for (; next < until; next++) if (!claimed.has(next)) woven.push(own[next]!)
  }
  body.forEach((text, at) => {
    const index = claims[at]!
    if (index === LOST) {
      woven.push(seenOnlyByMammoth(text))
      return
    }
    passOver(index)
    woven.push(own[index]!)
  })
  passOver(own.length)
  return woven
}

const LOST = -1

/** For each paragraph of `body` the own one with the same text, else with the same letters and digits, else LOST. */
function claim(own: readonly DocxParagraph[], body: Body): number[] {
  const open = new Set(own.flatMap((paragraph, index) => (paragraph.aside ? [] : [index])))
  const exact = queues(own, open, (text) => squash(text))
  const claims = body.map((text) => take(exact.get(squash(text)), open))
  const loose = queues(own, open, letters)
  const second = claims.map((index, at) =>
    index === LOST ? take(loose.get(letters(body[at]!)), open) : index,
  )
  let before = -1
  return second.map((index, at) => {
    if (index === LOST) index = nearby(own, open, before, letters(body[at]!))
    if (index > before) before = index
    return index
  })
}

const LOOKED_AHEAD = 8

/** An own paragraph soon after `before` that holds the text in pieces: mammoth skips what it does not know, ruby for one. */
function nearby(own: readonly DocxParagraph[], open: Set<number>, before: number, text: string): number {
  for (let index = before + 1; index <= before + LOOKED_AHEAD && index < own.length; index++) {
    if (open.has(index) && holds(letters(asMammothReads(own[index]!)), text)) return take([index], open)
  }
  return LOST
}

/** All letters of `part` stand in `whole`, in that order. */
function holds(whole: string, part: string): boolean {
  let at = 0
  for (const letter of whole) if (part.startsWith(letter, at)) at += letter.length
  return part.length > 0 && at === part.length
}

function queues(own: readonly DocxParagraph[], open: ReadonlySet<number>, key: (text: string) => string) {
  const byText = new Map<string, number[]>()
  for (const index of open) {
    const text = key(asMammothReads(own[index]!))
    if (!text) continue
    const queue = byText.get(text)
    if (queue) queue.push(index)
    else byText.set(text, [index])
  }
  for (const queue of byText.values()) queue.reverse()
  return byText
}

function take(queue: number[] | undefined, open: Set<number>): number {
  const index = queue?.pop()
  if (index === undefined) return LOST
  open.delete(index)
  return index
}

/** It leaves deletions out, hidden runs in, and knows nothing of symbol fonts. */
function asMammothReads({ runs }: DocxParagraph): string {
  return runs.flatMap(({ deleted, raw }) => (deleted ? [] : [raw])).join('')
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '')

function seenOnlyByMammoth(text: string): DocxParagraph {
  return { runs: [{ text, raw: text, deleted: false }], part: 'body' }
}
