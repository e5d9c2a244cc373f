import { afterEach, expect, test, vi } from 'vitest'
import { openFile } from '../../src/inputs/file-source.js'
import { placeOf } from '../../src/place.js'

const refusal = vi.hoisted(() => ({ code: '' }))
vi.mock('node:fs/promises', async (load) => ({
  ...(await load<object>()),
  stat: async () => ({ size: 9 }),
  open: () => Promise.reject(Object.assign(new Error(refusal.code), { code: refusal.code })),
}))
const { platform } = process
afterEach(() => Object.defineProperty(process, 'platform', { value: platform }))

const reasonOn = async (system: string, code: string) => {
  Object.defineProperty(process, 'platform', { value: system })
  refusal.code = code
  const source = await openFile('通知.docx', placeOf({ name: '通知.docx' }))
  return source.read(0, 9).then(
    () => 'opened',
    (error: { reason?: string; said?: { code: string } }) => `${error.reason} ${error.said?.code}`,
  )
}

test('a file that WPS or Word holds open is told as locked', async () => {
  expect(await reasonOn('win32', 'EBUSY')).toBe('unreadable scan.locked')
  expect(await reasonOn('win32', 'EPERM')).toBe('unreadable scan.locked')
})

test('elsewhere a refused file is not told as locked', async () => {
  const reason = await reasonOn('linux', 'EPERM')
  expect(reason).toMatch(/^unreadable /)
  expect(reason).not.toContain('locked')
})
