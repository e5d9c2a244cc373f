/** Standard input as one more file. */
import type { Input } from './index.js'

const DEFAULT_NAME = 'stdin'

/** Held in memory and handed to the inspecting process: nothing is written to disk on the way. */
export async function readStdin(
  stdin: AsyncIterable<Uint8Array>,
  name: string | null,
  cwd: string,
): Promise<Input> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stdin) chunks.push(chunk)
  const path = name ?? DEFAULT_NAME
  return { path, file: path, folder: cwd, posting: null, bytes: Buffer.concat(chunks) }
}
