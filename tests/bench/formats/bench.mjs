/**
 * `npm run bench:formats -- [--write] [--keep] [--ordinary 240] [--only docx,pdf]`
 *
 * A table of every format × place: is a mark that stands there found, or at least a gap told? Then the same papers in every
 * format: is the verdict the same? Then ordinary office files: how many leave a gap? Needs LibreOffice (writer, calc, impress) and ImageMagick. `--write` puts the tables into docs/formats.md.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { drawn, wholeFont } from '../../build-fixtures/ofd-pictures.mjs'
import { run, secscan } from '../run.mjs'
import { markdown, share } from '../table.mjs'
import { save, sheetSource, slideSource, textSource } from './office.mjs'
import { carrierFiles, carrierRows } from './carriers.mjs'
import { handMade } from './hand-made.mjs'
import { ordinaryFiles } from './ordinary.mjs'
import { plainFiles } from './plain.mjs'

const { values } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    ordinary: { type: 'string', default: '240' },
    only: { type: 'string' },
  },
})
const scratch = new URL('../../.scratch/formats/', import.meta.url).pathname
const mark = '机密★20年'
const content = { mark, png: drawn(mark, ['png:-'], '640x180', wholeFont), plain: ['本页是公开的工作说明。', '请按时办理。'] } // prettier-ignore
const places = ['body', 'header', 'footer', 'footnote', 'box', 'comment', 'deleted', 'hidden', 'notes', 'property', 'attachment', 'object', 'picture'] // prettier-ignore
/** What LibreOffice leaves out when it saves in these formats: the mark is not in the file. */
const dropped = {
  fods: /comment/,
}

const probe = `id: probe
family: pattern
level: note
title: { zh: 探针, en: probe }
why: { zh: 文字读到了, en: the text was read }
advice: { zh: 无, en: none }
pattern: '机密★20年'
keywords: '机密'
examples:
  hit: ['${mark}']
  miss: ['公开']
`

const wanted = (format) => !values.only || values.only.split(',').includes(format)
rmSync(scratch, { recursive: true, force: true })
mkdirSync(join(scratch, 'files'), { recursive: true })
for (const [extension, source, formats] of [
  ['fodt', textSource, ['docx', 'doc', 'odt', 'rtf', 'fodt']],
  ['fods', sheetSource, ['xlsx', 'xls', 'ods', 'fods']],
  ['fodp', slideSource, ['pptx', 'ppt', 'odp', 'fodp']],
]) {
  const built = places
    .filter((place) => place !== 'notes' || extension === 'fodp')
    .map((place) => [place, source(place, content)])
    .filter(([, bytes]) => bytes !== null)
    .map(([place, bytes]) => [
      `${place}.${typeof bytes === 'string' ? extension : extension.slice(1)}`,
      bytes,
    ])
  save(scratch, Object.fromEntries(built), formats.filter(wanted))
}
for (const [format, byPlace] of [await plainFiles(content), handMade(content)].flatMap(Object.entries))
  if (wanted(format))
    for (const [place, bytes] of Object.entries(byPlace)) writeFileSync(join(scratch, 'files', `${place}.${format}`), bytes) // prettier-ignore

const told = await inspect(join(scratch, 'files'))
const formats = [...new Set([...told.keys()].map((name) => name.slice(name.indexOf('.') + 1)))].sort()
const outcomes = formats.map((format) => places.map((place) => outcomeOf(told.get(`${place}.${format}`), format, place))) // prettier-ignore
const all = outcomes.flat().filter((outcome) => outcome !== '–')
const count = (word) => all.filter((outcome) => outcome === word).length
const rows = formats.map((format, index) => [format, ...outcomes[index]])

let carriers = ''
let carriersAgree = true
if (!values.only) {
  carrierFiles(join(scratch, 'carriers'))
  const judged = carrierRows(await inspect(join(scratch, 'carriers/files')))
  carriersAgree = judged.every(([, , , other]) => other === '–')
  carriers = `## The same document in other carriers

Papers of invented offices, each saved in every format LibreOffice writes for its kind (DBF by hand): the verdict must not depend on the format.

${markdown(['paper', 'must', 'is', 'differs in'], judged)}
`
}

let ordinary = ''
let ordinaryKept = true
if (Number(values.ordinary) > 0) {
  ordinaryFiles(join(scratch, 'ordinary'), Number(values.ordinary))
  const inputs = [...(await inspect(join(scratch, 'ordinary/files'))).entries()]
  const gapped = inputs.filter(([, { gaps }]) => gaps.length > 0)
  const blocked = inputs.filter(([, { findings }]) => findings.some(({ level }) => level === 'block'))
  ordinaryKept = gapped.length <= 0.005 * inputs.length && blocked.length === 0
  ordinary = `## Ordinary office files

${inputs.length} files saved by LibreOffice with nothing to hide (DOCX, DOC, ODT, RTF, XLSX, XLS, ODS, PPTX, PPT, ODP; with headers, comments, notes, pictures, embedded tables): ${gapped.length} left a gap (${share(gapped.length, inputs.length)}; promised: at most 0.5 %), ${blocked.length} were blocked by a finding.
`
  for (const [name, { gaps, findings }] of [...gapped, ...blocked])
    console.error(name, JSON.stringify(gaps.map(({ detail }) => detail)), findings.map(({ rule, quote }) => `${rule}: ${quote}`)) // prettier-ignore
}
const text = `# Formats

\`npm run bench:formats\` prints this. A mark (${mark}) stands in one place of one file. **found**: a rule blocks; asked: a person is asked to look; read: the text was read there, and noted or let through by the rules; gap: it was not read, and the report says so; –: the format has no such place, or what saved the file leaves it out. Anything else would be silence: **missed**.

Of ${all.length} files: ${count('found')} found, ${count('asked')} asked, ${count('read')} read, ${count('gap')} gaps, ${count('**missed**')} missed.

${markdown(['format', ...places], rows)}

${carriers}
${ordinary}`
console.log(text)
if (values.write) writeFileSync(new URL('../../../docs/formats.md', import.meta.url).pathname, text)
if (!values.keep) rmSync(scratch, { recursive: true })
process.exitCode = count('**missed**') === 0 && ordinaryKept && carriersAgree ? 0 : 1

/** Every file of a folder in one run, with a rule beside that reports the mark's text wherever it is read. */
async function inspect(folder) {
  const rules = join(scratch, 'rules')
  mkdirSync(rules, { recursive: true })
  writeFileSync(join(rules, 'index.yaml'), "packs:\n  probe:\n    title: { zh: 探针, en: probe }\n    version: 1.0.0\n    date: '2026-01-01'\n    default: true\n    rules: [probe.yaml]\n") // prettier-ignore
  writeFileSync(join(rules, 'probe.yaml'), probe)
  const ran = await run([...secscan, '--format', 'json', '--jobs', '2', '--rules', rules, folder], {
    keep: true,
  })
  if (![0, 1, 3].includes(ran.code)) throw new Error(ran.stderr)
  const { inputs } = JSON.parse(ran.stdout)
  if (inputs.length !== readdirSync(folder).length) throw new Error('files are missing in the report')
  return new Map(inputs.map((input) => [input.path.split('/').at(-1), input]))
}

function outcomeOf(input, format, place) {
  if (!input || dropped[format]?.test(place)) return '–'
  const loud = input.findings.filter(({ rule, level }) => rule !== 'probe' && level !== 'note')
  const told = loud.filter(({ rule }) => /state-secret-mark|covered-text|hidden-text/.test(rule))
  if (told.length > 0) return told.some(({ level }) => level === 'block') ? 'found' : 'asked'
  if (input.findings.some(({ rule }) => rule === 'probe')) return 'read'
  return input.gaps.length > 0 ? 'gap' : '**missed**'
}
