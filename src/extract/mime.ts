/** Messages and saved web pages (EML, MHT, mailboxes): header fields, text bodies, and every part with the way to it. */
import { Buffer } from 'node:buffer'
import { Uninspectable } from '../errors.js'
import { enter } from '../place.js'
import { memorySource } from '../source.js'
import type { Extractor, Piece, Probe, Source, Work } from '../types.js'
import { readEntity } from './shared/mail/entity.js'
import { messagesIn } from './mime/mailbox.js'
import { messagePieces } from './mime/message.js'
import { isBareMailHead, isMailbox, isMailHead } from './shared/mail/head.js'

const MOST_MEGABYTES = 512

export const mime: Extractor = {
  format: 'mail',
  extensions: ['eml', 'mht', 'mhtml', 'mbox', 'mbx', 'mim', 'mime', 'nws', 'emltpl'],
  accepts({ head, name }: Probe) {
    const text = Buffer.from(head).toString('latin1').replace(/^ï»¿/, '')
    if (isMailHead(text) || isMailbox(text)) return true
    return /\.(eml|mht|mhtml|mim|nws)$/.test(name) && isBareMailHead(text)
  },
  extract,
}

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  if (source.size > MOST_MEGABYTES * 1024 ** 2)
    throw new Uninspectable('limit', { code: 'mail.too-large', args: { limit: MOST_MEGABYTES } })
  const bytes = await source.bytes()
  if (isMailbox(Buffer.from(bytes.subarray(0, 1024)).toString('latin1'))) {
    for (const [index, message] of messagesIn(bytes).entries()) {
      const name = `message-${index + 1}.eml`
      yield { kind: 'part', role: 'attachment', source: memorySource(enter(source.place, { name }), message) }
    }
    return
  }
  const blank = /^(ï»¿)?\s*/.exec(Buffer.from(bytes.subarray(0, 1024)).toString('latin1'))![0].length
  yield* messagePieces(readEntity(bytes.subarray(blank)), source, work)
}
