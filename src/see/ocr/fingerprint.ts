/** Which weights an engine reads with: their digest, for the record of an audit. */
import { readFile } from 'node:fs/promises'
import { hashOf } from '../../identity.js'
import { modelFile } from './models.js'
import { languageFile } from './tesseract-worker.js'

export interface Fingerprint {
  /** SHA-256 over the digests of the model's files, hexadecimal. */
  readonly modelHash: string
}

const files = {
  paddle: () => [modelFile('detection'), modelFile('recognition'), modelFile('dictionary')],
  tesseract: () => [languageFile()],
  off: () => [],
}

export async function fingerprint(engine: keyof typeof files): Promise<Fingerprint> {
  const digests = await Promise.all(files[engine]().map(async (file) => hashOf(await readFile(file))))
  return { modelHash: hashOf(digests.join('\n')) }
}
