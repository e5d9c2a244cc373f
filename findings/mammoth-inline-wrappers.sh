#!/usr/bin/env bash
# mammoth 1.13.0 leaves out the text inside some inline elements of WordprocessingML (ECMA-376 part 1, 17.3.2.3, 17.3.2.8,
# 17.3.3.25, 17.16.19): simple fields, direction overrides and embeddings, and the base text of ruby. The words stand
# in the page as Word shows it; extractRawText returns an empty paragraph and only a warning in `messages`.
# Text in insertions, content controls, smart tags and links is returned.
# Exits 0 while this is so, 1 when it changed. Needs node and npm.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null 2>&1
npm install --silent --no-audit --no-fund --ignore-scripts mammoth@1.13.0 jszip@3.10.1 >/dev/null 2>&1
cat >look.cjs <<'JS'
const mammoth = require('mammoth')
const JSZip = require('jszip')
const run = '<w:r><w:t>shown</w:t></w:r>'
const cases = {
  run: [run, true],
  'w:ins': [`<w:ins w:id="1" w:author="a">${run}</w:ins>`, true],
  'w:sdt': [`<w:sdt><w:sdtContent>${run}</w:sdtContent></w:sdt>`, true],
  'w:smartTag': [`<w:smartTag w:element="a">${run}</w:smartTag>`, true],
  'w:hyperlink': [`<w:hyperlink w:anchor="a">${run}</w:hyperlink>`, true],
  'w:fldSimple': [`<w:fldSimple w:instr=" TITLE ">${run}</w:fldSimple>`, false],
  'w:bdo': [`<w:bdo w:val="ltr">${run}</w:bdo>`, false],
  'w:dir': [`<w:dir w:val="ltr">${run}</w:dir>`, false],
  'w:ruby': [`<w:r><w:ruby><w:rt><w:r><w:t>above</w:t></w:r></w:rt><w:rubyBase>${run}</w:rubyBase></w:ruby></w:r>`, false],
}
const parts = (inline) => ({
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>${inline}</w:p></w:body></w:document>`,
})
async function main() {
  let changed = 0
  for (const [name, [inline, expected]] of Object.entries(cases)) {
    const zip = new JSZip()
    for (const [path, xml] of Object.entries(parts(inline))) zip.file(path, xml)
    const buffer = await zip.generateAsync({ type: 'nodebuffer' })
    const { value, messages } = await mammoth.extractRawText({ buffer })
    const found = value.includes('shown')
    if (found !== expected) changed += 1
    console.log(`${name}: ${found ? 'text returned' : 'text left out'} ${messages.map((one) => one.message).join('; ')}`)
  }
  console.log(`mammoth ${require('mammoth/package.json').version}: ${changed === 0 ? 'as stated' : 'changed'}`)
  process.exit(changed === 0 ? 0 : 1)
}
main()
JS
node look.cjs
