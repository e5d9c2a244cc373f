import { expect, test } from 'vitest'
import { p, raw, root, run } from '../../build-fixtures/docx-writer.mjs'
import { readNumbering } from '../../../src/extract/docx/numbering.js'
import { storySteps } from '../../../src/extract/docx/story.js'
import { readStyles } from '../../../src/extract/docx/styles.js'

function isDoubted(...paragraphs: string[]): boolean {
  const look = { styles: readStyles(null), numbering: readNumbering(null), labels: new Set<string>() }
  const bytes = Buffer.from(root('w:document', `<w:body>${paragraphs.join('')}</w:body>`))
  const steps = storySteps(bytes, 'body', look)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value.doubted
  }
}

const alternate = (choice: string, fallback: string) =>
  raw(
    `<mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`,
  )
const text = (words: string) => `<w:t>${words}</w:t>`

test('an ordinary body needs no second reader', () => {
  expect(isDoubted(p('正文', run('字', '<w:b/><w:spacing w:val="2"/><w14:glow w14:rad="1"/>')))).toBe(false)
  expect(isDoubted(p(raw(`<w:tab/>${text('字')}<w:br/>`)), '<w:sectPr><w:pgSz w:w="1"/></w:sectPr>')).toBe(
    false,
  )
  expect(isDoubted(p(alternate(text('同'), text('同'))))).toBe(false)
})

test('an element of no known kind is read a second time', () => {
  expect(isDoubted(p('正文'), `<w:unheardOf>${p('字')}</w:unheardOf>`)).toBe(true)
  expect(isDoubted(p('正文'), `<x:box xmlns:x="urn:x">${p('字')}</x:box>`)).toBe(true)
})

test('and so are alternatives that say different things', () => {
  expect(isDoubted(p(alternate(text('甲'), text('乙'))))).toBe(true)
})
