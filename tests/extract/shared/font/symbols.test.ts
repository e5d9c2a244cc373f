/** Codes of symbol fonts become what is seen. */
import { describe, expect, test } from 'vitest'
import { pictogram } from '../../../../src/extract/pdf/characters.js'
import { seenIn, symbolCodes, symbolOf } from '../../../../src/extract/shared/font/symbols.js'

describe('whose codes a font has', () => {
  test.each([
    ['Wingdings', 'WINGDINGS'],
    ['ABCDEF+Wingdings-Regular', 'WINGDINGS'],
    ['Wingdings 2', 'WINGDINGS 2'],
    ['BCDEEE+Wingdings3', 'WINGDINGS 3'],
    ['Webdings', 'WEBDINGS'],
    ['SymbolMT', 'SYMBOL'],
    ['ITC Zapf Dingbats', 'ZAPF DINGBATS'],
    ['Monotype Sorts', 'ZAPF DINGBATS'],
    ['CAAAAA+OpenSymbol', 'OPENSYMBOL'],
    ['StarSymbol', 'OPENSYMBOL'],
  ])('%s', (font, codes) => {
    expect(symbolCodes(font)).toBe(codes)
  })

  test.each(['SimSun', '方正小标宋简体', 'Symbola', 'Noto Sans Symbols', 'Segoe UI Symbol', undefined])(
    '%s is a font of letters',
    (font) => {
      expect(symbolCodes(font)).toBeUndefined()
    },
  )
})

describe('what is seen', () => {
  test.each([
    ['Wingdings', '\u00ab', '★'],
    ['Wingdings', '\uf0ab', '★'],
    ['Wingdings', '\uf0fe', '🗹'],
    ['Wingdings 2', '\u00e9', '🟉'],
    ['Webdings', '\u0098', '✯'],
    ['ZapfDingbats', 'H', '★'],
    ['ZapfDingbats', '!', '✁'],
    ['ZapfDingbats', '\u00ac', '①'],
    ['ZapfDingbats', '\u00fe', '➾'],
    ['OpenSymbol', '\u00ab', '★'],
    ['OpenSymbol', '\ue473', '★'],
    ['OpenSymbol', '\ue216', '✫'],
    ['OpenSymbol', '\ue21b', '✰'],
    ['OpenSymbol', '• 一', '• 一'],
    ['SimSun', '«', '«'],
    ['Wingdings', '机密★10', '机密★🗁🗀'],
  ])('in %s %j', (font, text, seen) => {
    expect(seenIn(font, text)).toBe(seen)
  })

  test('codes of fields and symbols are hexadecimal; what is none is nothing', () => {
    expect(symbolOf('Wingdings 2', 'F0E9')).toBe('🟉')
    expect(symbolOf('SimSun', '2605')).toBe('★')
    expect(symbolOf(undefined, '2605')).toBe('★')
    expect(symbolOf('Wingdings', 'F0AB0000')).toBe('')
    expect(symbolOf('Wingdings', 'x')).toBe('')
  })

  test('PDF: codes only; what is stated as Unicode stays, letters of Symbol too', () => {
    expect(pictogram('OPENSYMBOL', 0xab)).toBe(0x2605)
    expect(pictogram('WINGDINGS', 0x25a0)).toBe(0x25a0)
    expect(pictogram('SYMBOL', 0xae)).toBe(0xae)
  })
})
