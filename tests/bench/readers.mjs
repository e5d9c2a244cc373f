/** OCR readers under one roof: secscan's own, tesseract.js, and the tesseract command. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { versionOf } from './machine.mjs'

const call = promisify(execFile)
/** Each reader may keep two cores busy, as secscan does. */
const hands = 2

/**
 * @typedef {{text: string, passes?: import('../../src/types.js').OcrPasses, ms?: number}} Reading
 * @typedef {{name: string, readAll: (files: string[]) => Promise<Reading[]>}} Reader
 */

/** The library's own reader in this process: one thread, for what it reads and what the models cost. */
export async function ownReader(engine = 'paddle') {
  const { openOcr } = await import('../../dist/see/ocr/index.js')
  const reader = await openOcr(engine)
  return {
    name: `secscan (${engine}, ${reader.backend})`,
    async readAll(files) {
      const readings = []
      for (const file of files) readings.push(await readOne(reader, file))
      await reader.close()
      return readings
    },
  }
}

async function readOne(reader, file) {
  const { data, info } = await sharp(file).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const raster = { width: info.width, height: info.height, scale: 1, rgba: new Uint8Array(data) }
  const start = performance.now()
  const sheet = await reader.read(raster, new AbortController().signal)
  const ms = performance.now() - start
  return { text: sheet.lines.map((line) => line.text).join('\n'), passes: sheet.passes, ms }
}

/** @returns {Promise<Reader>} */
export async function tesseractJs() {
  const { createScheduler, createWorker } = await import('tesseract.js')
  const require = createRequire(import.meta.url)
  const data = dirname(require.resolve('@tesseract.js-data/chi_sim/package.json'))
  const options = { langPath: join(data, '4.0.0_best_int'), cacheMethod: 'none', gzip: true }
  return {
    name: 'tesseract.js',
    async readAll(files) {
      const scheduler = createScheduler()
      for (let hand = 0; hand < hands; hand++) scheduler.addWorker(await createWorker('chi_sim', 1, options))
      const jobs = files.map(async (file) => scheduler.addJob('recognize', await readFile(file)))
      const results = await Promise.all(jobs)
      await scheduler.terminate()
      return results.map((result) => ({ text: result.data.text }))
    },
  }
}

/** @returns {Promise<Reader | null>} null where the command or its Chinese data is missing */
export async function tesseractCommand() {
  const version = versionOf('tesseract', ['--version'])
  if (!version || !/^chi_sim$/m.test((await call('tesseract', ['--list-langs'])).stdout)) return null
  return {
    name: version,
    async readAll(files) {
      const readings = Array.from({ length: files.length })
      let next = 0
      const hand = async () => {
        while (next < files.length) {
          const mine = next++
          const env = { ...process.env, OMP_THREAD_LIMIT: '1' }
          const { stdout } = await call('tesseract', [files[mine], '-', '-l', 'chi_sim'], { env })
          readings[mine] = { text: stdout }
        }
      }
      await Promise.all(Array.from({ length: hands }, hand))
      return readings
    },
  }
}
