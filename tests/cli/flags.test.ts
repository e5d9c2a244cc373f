import { describe, expect, it } from 'vitest'
import { readFlags } from '../../src/cli/flags.js'
import { optionsOf } from '../../src/settings/table.js'

function parseOptions(argv: readonly string[]) {
  const { paths, flags } = readFlags(argv)
  return { paths, ...optionsOf(flags) }
}

describe('the command line', () => {
  it('reads paths and options in any order', () => {
    const options = parseOptions([
      '--strict',
      '通知.pdf',
      '--format',
      'json',
      '附件.docx',
      '--pack',
      'tw',
      '--pack',
      'us',
    ])
    expect(options).toMatchObject({
      paths: ['通知.pdf', '附件.docx'],
      strict: true,
      format: 'json',
      packs: ['tw', 'us'],
      ocr: 'paddle',
    })
  })

  it('takes a lone dash for standard input', () => {
    expect(parseOptions(['-', '--stdin-name', 'a.docx'])).toMatchObject({ paths: ['-'], stdinName: 'a.docx' })
  })

  it.each([
    [['--stric'], 'cli.unknown-option', { option: '--stric', near: '--strict' }],
    [['--format', 'xml'], 'cli.bad-choice', { option: '--format', value: 'xml' }],
    [['--pictures', 'all'], 'cli.bad-choice', { option: '--pictures', value: 'all' }],
    [['--output'], 'cli.missing-value', { option: '--output' }],
    [['--jobs', '0'], 'cli.bad-number', { option: '--jobs' }],
    [['--timeout', 'soon'], 'cli.bad-number', { option: '--timeout' }],
  ])('refuses %j', (argv, code, args) => {
    let said
    try {
      parseOptions(argv)
    } catch (error) {
      said = (error as { said: unknown }).said
    }
    expect(said).toMatchObject({ code, args })
  })
})
