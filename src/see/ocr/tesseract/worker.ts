/** The life of a tesseract.js worker: opened offline from the installed packages, replaced before it grows. */
import { createRequire } from 'node:module'
import { access } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page, Worker } from 'tesseract.js'

/** A worker keeps memory of every page it read; it is replaced after this many. */
const pagesPerWorker = 40

export interface Tesseract {
  /** One grey picture as a PGM file. Rejects when the signal is aborted; the next call starts afresh. */
  recognise(pgm: Uint8Array, signal: AbortSignal): Promise<Page>
  close(): Promise<void>
}

export async function openTesseract(): Promise<Tesseract> {
  let worker: Worker | null = await startWorker()
  let pages = 0
  const stop = async (): Promise<void> => {
    const old = worker
    worker = null
    pages = 0
    await old?.terminate()
  }
  return {
    async recognise(pgm, signal) {
      signal.throwIfAborted()
      if (pages++ >= pagesPerWorker) await stop()
      worker ??= await startWorker()
      try {
        return await untilAborted(recogniseWith(worker, pgm), signal)
      } catch (fault) {
        await stop()
        throw fault
      }
    },
    close: stop,
  }
}

async function recogniseWith(worker: Worker, pgm: Uint8Array): Promise<Page> {
  const answer = await worker.recognize(
    Buffer.from(pgm.buffer, pgm.byteOffset, pgm.length),
    {},
    { blocks: true },
  )
  return answer.data
}

/** The language data inside the installed package. */
export function languageFile(): string {
  const found = createRequire(import.meta.url).resolve('@tesseract.js-data/chi_sim/package.json')
  return join(dirname(found), '4.0.0_best_int', 'chi_sim.traineddata.gz')
}

/** Nothing is fetched or cached: language data, worker and core come from the installed packages. */
async function startWorker(): Promise<Worker> {
  const require = createRequire(import.meta.url)
  const langPath = dirname(languageFile())
  // The worker would wait for ever for data that is not there.
  await access(languageFile())
  const { createWorker, OEM, PSM } = (await import('tesseract.js')).default
  const workerPath = join(dirname(require.resolve('tesseract.js')), 'worker-script', 'node', 'index.js')
  const worker = await new Promise<Worker>((resolve, reject) => {
    const errorHandler = (fault: unknown): void => reject(new Error(String(fault)))
    const options = { langPath, workerPath, cacheMethod: 'none', gzip: true, errorHandler }
    createWorker('chi_sim', OEM.LSTM_ONLY, options).then(resolve, reject)
  })
  await worker.setParameters({
    tessedit_pageseg_mode: PSM.AUTO,
    preserve_interword_spaces: '1',
    user_defined_dpi: '200',
    classify_enable_learning: '0',
  })
  return worker
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error)
    signal.addEventListener('abort', abort, { once: true })
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
