/** The score of a reader: edits per printed character, and marks read to the letter. */
import { describe, expect, it } from 'vitest'

const { errorsIn, isMarkRead } = await import(new URL('./error-rate.mjs', import.meta.url).href)

describe('character errors', () => {
  it('count one for each letter changed, lost or added', () => {
    expect(errorsIn('机密大10年', '机密★10年')).toEqual({ errors: 1, letters: 6 })
    expect(errorsIn('机密10年', '机密★10年').errors).toBe(1)
    expect(errorsIn('机密★★10年', '机密★10年').errors).toBe(1)
  })

  it('do not count spaces and line ends', () => {
    expect(errorsIn('机 密\n★10年', '机密★ 10年').errors).toBe(0)
  })

  it('count everything when nothing was read', () => {
    expect(errorsIn('', '秘密★')).toEqual({ errors: 3, letters: 3 })
  })
})

describe('a mark', () => {
  it('is read when level, star and term are there in a row, spaces aside', () => {
    expect(isMarkRead('000042\n机　密 ★10年\n文件', '机密★10年')).toBe(true)
    expect(isMarkRead('机密10年', '机密★10年')).toBe(false)
  })
})
