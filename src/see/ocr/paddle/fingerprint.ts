/** Which weights an engine reads with: their digest, for the record of an audit. */
import { readFile } from 'node:fs/promises'
import { hashOf } from '../../../identity.js'
import { engineNamed } from '../index.js'

export interface Fingerprint {
  /** SHA-256 over the digests of the model's files, hexadecimal. */
  readonly modelHash: string
}

/** `off` has no weights. */
export async function fingerprint(engine: string): Promise<Fingerprint> {
  const files = engine === 'off' ? [] : (await engineNamed(engine)).modelFiles()
  const digests = await Promise.all(files.map(async (file) => hashOf(await readFile(file))))
  return { modelHash: hashOf(digests.join('\n')) }
}
