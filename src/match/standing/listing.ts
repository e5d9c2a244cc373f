/** Whether a candidate is one of a list of words of its kind: that explains levels, it does not give one. */
import type { Box } from '../../types.js'
import { lineOf, passageOf } from '../../view.js'
import { boxOfColumn, columnsOf, isOver, mostRows } from '../page/columns.js'
import { decoration, type CuePatterns } from '../cues.js'
import { type MatchContext, remember } from '../matcher.js'
import type { Candidate } from '../candidate.js'

/** Joined to another word of its kind by 、 or 或, or one of three such words in successive lines. */
export function isListed(
  context: MatchContext,
  candidate: Candidate,
  reading: CuePatterns,
  alone: boolean,
): boolean {
  if (!reading.listAfter || !reading.listBefore) return false
  const { view } = context
  const [first, last] = passageOf(view, candidate.row)
  const before = view.text.slice(Math.max(view.rows[first]!.start, candidate.start - 24), candidate.start)
  const after = view.text.slice(candidate.end, Math.min(view.rows[last]!.end, candidate.end + 24))
  if (reading.listAfter.test(after) || reading.listBefore.test(before)) return true
  if (!alone) return false
  return successivePeers(context, candidate, reading) >= 3 || peersLaidOut(context, candidate, reading) >= 3
}

/** Rows either way that may belong to one table nobody marked up. */
const tableReach = 40

/** Different words of the kind in the columns of its row, or in its column of the rows around: tables of scans and PDF. */
function peersLaidOut(context: MatchContext, candidate: Candidate, reading: CuePatterns): number {
  const { view } = context
  const { cell, part } = lineOf(view, candidate.row)
  if (cell || part === 'metadata' || view.rows.length > mostRows) return 0
  const peers = columnsWithPeers(context, reading)
  const beside = new Set(peers[candidate.row]!.map(({ word }) => word))
  if (beside.size >= 3) return beside.size
  const own = boxOfColumn(context, [candidate.start, candidate.end])
  if (!own) return 0
  const first = Math.max(0, candidate.row - tableReach)
  const column = peers
    .slice(first, candidate.row + tableReach + 1)
    .flat()
    .filter((peer): peer is Placed => peer.box !== null && sharesColumn(peer.box, own))
    .toSorted((one, other) => one.box[1] - other.box[1])
  const run = runAround(column, own)
  // A register names the same level more than once.
  const words = new Set(run.map(({ word }) => word))
  return words.size < run.length ? 0 : words.size
}

/** Rows of one table are no farther apart, in heights of their type, and no more than twice as far as those before. */
const [rowPitch, uneven] = [5, 2]

/** Those that follow one another down to and from the given place: a mark far over a table is none of its rows. */
function runAround(column: readonly Placed[], own: Box): readonly Placed[] {
  let run: Placed[] = []
  let farthest = rowPitch * own[3]
  for (const peer of column) {
    const before = run.at(-1)
    const drop = before ? peer.box[1] - before.box[1] : 0
    if (before && drop > farthest) {
      if (before.box[1] >= own[1] - 0.5 * own[3]) break
      run = []
      farthest = rowPitch * own[3]
    } else if (before) farthest = Math.min(farthest, uneven * Math.max(drop, own[3]))
    run.push(peer)
  }
  return run
}

interface Peer {
  readonly word: string
  readonly box: Box | null
}
type Placed = Peer & { readonly box: Box }

/** By row: the columns that are a word of the kind, give or take a term or a number. */
function columnsWithPeers(context: MatchContext, reading: CuePatterns): readonly (readonly Peer[])[] {
  return remember(context, `peers ${reading.peer?.source}`, () =>
    context.view.rows.map((_, row) =>
      columnsOf(context, row).flatMap((column): Peer[] => {
        const [start, end] = column
        const word = end - start > 32 ? null : peerIn(context.view.text.slice(start, end), reading)
        return word ? [{ word, box: boxOfColumn(context, column) }] : []
      }),
    ),
  )
}

/** One stands over the other, or they are the same. */
const sharesColumn = (one: Box, other: Box): boolean =>
  isOver(one, other) || isOver(other, one) || (one[0] < other[0] + other[2] && other[0] < one[0] + one[2])

/** Different words of the kind that open the lines around, this one included; in a table, its row or column. */
function successivePeers(context: MatchContext, candidate: Candidate, reading: CuePatterns): number {
  const { view } = context
  const { cell, part } = lineOf(view, candidate.row)
  // Each property has a meaning of its own; that they stand one after another makes no list.
  if (part === 'metadata') return 0
  const beside = new Set<string>()
  const words = new Map<string, number>()
  const reach = cell ? 40 : 4
  for (let near = Math.max(0, candidate.row - reach); near <= candidate.row + reach; near += 1) {
    const row = view.rows[near]
    if (!row) break
    const other = lineOf(view, near).cell
    if (other?.table !== cell?.table) continue
    const word = peerIn(view.text.slice(row.start, Math.min(row.end, row.start + 32)), reading)
    if (!word) continue
    if (cell && other?.row === cell.row) beside.add(word)
    if (other?.column === cell?.column) words.set(word, (words.get(word) ?? 0) + 1)
  }
  if (beside.size >= 3) return beside.size
  // A register names the same level more than once; a list of levels names each one time.
  if (cell && [...words.values()].some((count) => count > 1)) return 0
  return words.size
}

/** The word of its kind a short line consists of, give or take a term or a number. */
function peerIn(line: string, reading: CuePatterns): string | null {
  const text = line.replace(decoration, '')
  const word = reading.peer?.exec(text)?.[0]
  return word && text.length - word.length <= 14 ? word : null
}
