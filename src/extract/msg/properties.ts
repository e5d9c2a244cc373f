/** Properties of a message, a recipient or an attachment: one stream each, named by number and type ([MS-OXMSG] 2.1.3). */
import { type Cfb, type CfbEntry, childNamed } from '../shared/cfb.js'
import { decodeLabelled } from '../shared/charset/labelled-text.js'
import type { Phrase } from '../../types.js'

/** [MS-OXCDATA] 2.11.1. */
const TEXT_8 = 0x1e
const TEXT_16 = 0x1f
const BINARY = 0x102

export interface Property {
  /** [MS-OXPROPS]; from 8000h on they have names of their own. */
  readonly id: number
  readonly type: number
  readonly entry: CfbEntry
}

const form = /^__substg1\.0_([0-9a-f]{4})([0-9a-f]{4})(?:-[0-9a-f]{8})?$/i

export class Properties {
  readonly all: readonly Property[]
  readonly #cfb: Cfb
  readonly #charset: string | undefined
  readonly #faults: Phrase[]

  /** `faults`: where streams that break off are noted. */
  constructor(cfb: Cfb, storage: CfbEntry, faults: Phrase[]) {
    this.#cfb = cfb
    this.#faults = faults
    this.all = storage.children.flatMap((entry) => {
      const found = form.exec(entry.name)
      return found ? [{ id: parseInt(found[1]!, 16), type: parseInt(found[2]!, 16), entry }] : []
    })
    this.#charset = this.#messageCharset(storage)
  }

  /** The text of the first property of that number that has one; empty when none has. */
  text(...ids: number[]): string {
    for (const id of ids) {
      const property = this.all.find((one) => one.id === id && isText(one))
      const text = property ? this.textOf(property) : ''
      if (text) return text
    }
    return ''
  }

  textOf({ type, entry }: Property): string {
    const bytes = this.#read(entry)
    const isWide = (type & 0xfff) === TEXT_16
    const text = isWide
      ? new TextDecoder('utf-16le').decode(bytes)
      : decodeLabelled(withoutEnd(bytes), this.#charset)
    return text.replace(/\0+$/, '').trim()
  }

  /** Bytes of a binary or 8-bit property. */
  bytes(id: number): Uint8Array | null {
    const property = this.all.find((one) => one.id === id && (one.type === BINARY || one.type === TEXT_8))
    return property ? this.#read(property.entry) : null
  }

  storage(id: number): CfbEntry | null {
    return this.all.find((one) => one.id === id && one.entry.kind === 'storage')?.entry ?? null
  }

  #read(entry: CfbEntry): Uint8Array {
    if (entry.kind !== 'stream') return new Uint8Array(0)
    const { bytes, fault } = this.#cfb.read(entry)
    if (fault) this.#faults.push(fault)
    return bytes
  }

  /** PidTagMessageCodepage, among the fixed-length properties (2.4.2.1). */
  #messageCharset(storage: CfbEntry): string | undefined {
    const entry = childNamed(storage, '__properties_version1.0')
    if (!entry || entry.kind !== 'stream') return undefined
    const bytes = this.#read(entry)
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let at = 8; at + 16 <= bytes.length; at += 8) {
      if (view.getUint32(at, true) !== 0x3ffd0003) continue
      const page = view.getUint32(at + 8, true)
      return page === 65001
        ? 'utf-8'
        : page === 936 || page === 54936
          ? 'gbk'
          : page === 950
            ? 'big5'
            : undefined
    }
    return undefined
  }
}

/** 8-bit texts may keep the zero they end with, which would make them look like UTF-16. */
function withoutEnd(bytes: Uint8Array): Uint8Array {
  const last = bytes.findLastIndex((byte) => byte !== 0)
  return bytes.subarray(0, last + 1)
}

/** Texts, lists of texts among them. */
export function isText({ type, entry }: Property): boolean {
  return entry.kind === 'stream' && ((type & 0xfff) === TEXT_8 || (type & 0xfff) === TEXT_16)
}
