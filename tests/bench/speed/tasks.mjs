/** What is measured: work, the paths it takes, the peer that does the nearest to it, and the target. */
import { join } from 'node:path'
import { boundPdf, textPdf } from '../text-pdf.mjs'
import { copies, printedFiles, smallPages, wordFiles, workbooks } from './inputs.mjs'

const fixtures = new URL('../../../fixtures/', import.meta.url).pathname
const single = (folder, name) => join(folder, name)

/**
 * @typedef {object} Task
 * @property {string} title
 * @property {string[]} paths what both builds inspect
 * @property {string[]} [flags]
 * @property {string[] | null} [peer] a whole command
 * @property {number} [target] most of the old build's processor time
 * @property {boolean} [start] wall time from start to verdict, over that of Node alone
 */

/** @param {(count: number) => number} few fewer of everything for a quick look */
export function tasksIn(into, few, { secretlint, officeparser, pdftotext }) {
  const lazily = (make) => {
    let made
    return () => (made ??= make())
  }
  const pages = lazily(() => smallPages(into, few(2000)))
  const words = lazily(() => wordFiles(into, few(500)))
  const sheets = lazily(() => workbooks(into, few(300)))
  const prints = lazily(() => printedFiles(into, few(200)))
  const perFile = (folder) =>
    pdftotext && ['bash', '-c', 'for f in "$1"/*.pdf; do pdftotext "$f" -; done', 'all', folder]
  const long = (title, file) => ({
    title,
    paths: [file],
    peer: pdftotext && [...pdftotext, file, '-'],
    target: 0.7,
  })
  return {
    html: () => ({
      title: `${few(2000)} small HTML and Markdown files`,
      paths: [pages()],
      peer: secretlint && [...secretlint, `${pages()}/**/*`],
      target: 0.5,
    }),
    docx: () => ({
      title: `${few(500)} DOCX`,
      paths: [words()],
      peer: officeparser && [...officeparser, words()],
      target: 0.3,
    }),
    xlsx: () => ({
      title: `${few(300)} XLSX`,
      paths: [sheets()],
      peer: officeparser && [...officeparser, sheets()],
      target: 0.5,
    }),
    pdf: () => ({
      title: `${few(200)} PDFs of 1 to 10 pages`,
      paths: [prints()],
      peer: perFile(prints()),
      target: 0.5,
    }),
    pages: () => long(`${few(1000)} pages in TrueType faces`, textPdf(few(1000))),
    bound: () => long(`${few(1000)} pages bound from 20 documents`, boundPdf(few(1000))),
    scans: () => ({
      title: '8 scans',
      paths: [copies(into, 'scans', join(fixtures, 'doctor/scan.jpg'), 8, 'jpg')],
      flags: ['--jobs', '1'],
      target: 0.55,
    }),
    'start-html': () => ({
      title: 'one HTML',
      paths: [single(pages(), '0000.html')],
      start: true,
      target: 5,
    }),
    'start-docx': () => ({
      title: 'one DOCX',
      paths: [single(words(), '0000.docx')],
      start: true,
      target: 6,
    }),
    'start-pdf': () => ({
      title: 'one PDF',
      paths: [single(prints(), '0000.pdf')],
      start: true,
      target: 6.5,
    }),
  }
}
