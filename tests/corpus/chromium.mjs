/** Prints HTML to PDF with a headless Chromium that talks to nobody. Build-time only. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-pdf-header-footer',
]

/** One run for any number of pages: starting the browser costs more than a hundred pages. */
export function printPdf(html, pdfPath) {
  const room = mkdtempSync(join(tmpdir(), 'chromium-'))
  try {
    const page = join(room, 'page.html')
    writeFileSync(page, html)
    const chromium = process.env.CHROMIUM ?? 'chromium'
    const out = `--print-to-pdf=${pdfPath}`
    execFileSync(chromium, [...quiet, `--user-data-dir=${join(room, 'profile')}`, out, `file://${page}`], {
      stdio: 'ignore',
      timeout: 600_000,
    })
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}
