/** The PP-OCRv4 mobile weights and their dictionary, as the build has made them, held to the digests on record. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Uninspectable } from '../../../errors.js'
import { home } from '../../../home.js'
import { hashOf } from '../../../identity.js'
import digests from './digests.json' with { type: 'json' }

export const modelName = 'PP-OCRv4 mobile'

export type ModelKind = keyof typeof digests
export const modelKinds = Object.keys(digests) as readonly ModelKind[]

export const modelFile = (kind: ModelKind): string => join(home, 'dist/models', digests[kind].file)

/** Throws Uninspectable `disabled` where the file is missing, damaged or another. */
export async function readModel(kind: ModelKind, file = modelFile(kind)): Promise<Uint8Array> {
  const bytes = await readFile(file).catch(() => null)
  if (bytes && hashOf(bytes) === digests[kind].result) return bytes
  throw new Uninspectable('disabled', { code: 'ocr.model-changed', args: { file } })
}
