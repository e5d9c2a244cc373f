/** The directory of a compound file as a tree: storages hold storages and streams ([MS-CFB] 2.6). */

export interface CfbEntry {
  readonly name: string
  readonly kind: 'storage' | 'stream'
  /** Class of a storage, 32 hex digits as stored; empty when none is stated. */
  readonly classId: string
  readonly startSector: number
  /** Bytes, as the directory states them. */
  readonly size: number
  readonly children: readonly CfbEntry[]
}
interface Growing extends CfbEntry {
  readonly children: Growing[]
  readonly left: number
  readonly right: number
  readonly child: number
}

export const directoryEntrySize = 128
const NONE = 0xffffffff
/** Storages nested deeper than this were made by no program. */
const DEEPEST = 64

export interface CfbTree {
  readonly root: CfbEntry
  /** References that lead nowhere, in circles or too deep. What they would have led to stands at the root. */
  readonly damaged: boolean
}

/** Children in the order of the tree; entries nothing refers to are put under the root, last. */
export function treeOf(directory: Uint8Array): CfbTree {
  const all = entriesIn(directory)
  const root = all[0] ?? emptyRoot
  const seen = new Uint8Array(all.length)
  seen[0] = 1
  let damaged = all[0] === null || all.length === 0
  const waiting: { owner: Growing; first: number; depth: number }[] = [
    { owner: root, first: root.child, depth: 1 },
  ]
  for (let storage = waiting.pop(); storage; storage = waiting.pop()) {
    const { owner, first, depth } = storage
    if (!gather(all, seen, owner, first)) damaged = true
    for (const child of owner.children) {
      if (child.child === NONE || child.kind === 'stream') continue
      if (depth < DEEPEST) waiting.push({ owner: child, first: child.child, depth: depth + 1 })
      else damaged = true
    }
  }
  all.forEach((entry, index) => {
    if (entry && seen[index] === 0) root.children.push(entry)
  })
  return { root, damaged }
}

/** Walks the red-black tree of siblings, left before right. False: some reference was bad. */
function gather(all: readonly (Growing | null)[], seen: Uint8Array, owner: Growing, first: number): boolean {
  let sound = true
  const path: { entry: Growing; turned: boolean }[] = []
  const enter = (index: number) => {
    if (index === NONE) return
    const entry = all[index]
    if (!entry || seen[index] !== 0) {
      sound = false
      return
    }
    seen[index] = 1
    path.push({ entry, turned: false })
  }
  enter(first)
  for (let top = path.at(-1); top; top = path.at(-1)) {
    if (!top.turned) {
      top.turned = true
      enter(top.entry.left)
      if (path.at(-1) !== top) continue
    }
    path.splice(path.lastIndexOf(top), 1)
    owner.children.push(top.entry)
    enter(top.entry.right)
  }
  return sound
}

const emptyRoot: Growing = {
  name: 'Root Entry',
  kind: 'storage',
  classId: '',
  startSector: NONE,
  size: 0,
  children: [],
  left: NONE,
  right: NONE,
  child: NONE,
}

function entriesIn(directory: Uint8Array): (Growing | null)[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  const all: (Growing | null)[] = []
  for (let at = 0; at + directoryEntrySize <= directory.length; at += directoryEntrySize)
    all.push(entryAt(directory, view, at))
  return all
}

function entryAt(directory: Uint8Array, view: DataView, at: number): Growing | null {
  const type = view.getUint8(at + 66)
  const length = view.getUint16(at + 64, true)
  if ((type !== 1 && type !== 2 && type !== 5) || length < 2 || length > 64) return null
  const classId = Buffer.from(directory.subarray(at + 80, at + 96)).toString('hex')
  return {
    name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + length - 2)),
    kind: type === 2 ? 'stream' : 'storage',
    classId: /^0*$/.test(classId) ? '' : classId,
    startSector: view.getUint32(at + 116, true),
    size: view.getUint32(at + 120, true),
    children: [],
    left: view.getUint32(at + 68, true),
    right: view.getUint32(at + 72, true),
    child: view.getUint32(at + 76, true),
  }
}

/** Every entry below, with its path: `ObjectPool/_1234/Workbook`. */
export function* pathsOf(root: CfbEntry): Generator<{ readonly path: string; readonly entry: CfbEntry }> {
  const waiting = root.children.toReversed().map((entry) => ({ path: entry.name, entry }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next
    for (const entry of next.entry.children.toReversed())
      waiting.push({ path: `${next.path}/${entry.name}`, entry })
  }
}
