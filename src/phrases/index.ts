/** Every sentence secscan says, in both languages, found by its code. */
import { archivePhrases } from './archive.js'
import { cliPhrases } from './cli.js'
import { coverPhrases } from './cover.js'
import { doctorPhrases } from './doctor.js'
import { formatsPhrases } from './formats.js'
import { mailDrawingPhrases } from './mail-drawings.js'
import { legacyPhrases } from './legacy.js'
import { handbookPhrases } from './handbook.js'
import { markupPhrases } from './markup.js'
import { matchPhrases } from './match.js'
import { ocrPhrases } from './ocr.js'
import { officePhrases } from './office.js'
import { pdfPhrases } from './pdf.js'
import { picturePhrases } from './picture.js'
import { placePhrases } from './places.js'
import { reportPhrases } from './report.js'
import { rulesetPhrases } from './ruleset.js'
import { scanPhrases } from './scan.js'
import { settingsPhrases } from './settings.js'

export const phrases = {
  ...archivePhrases,
  ...cliPhrases,
  ...coverPhrases,
  ...doctorPhrases,
  ...formatsPhrases,
  ...mailDrawingPhrases,
  ...legacyPhrases,
  ...handbookPhrases,
  ...markupPhrases,
  ...matchPhrases,
  ...ocrPhrases,
  ...officePhrases,
  ...pdfPhrases,
  ...picturePhrases,
  ...placePhrases,
  ...reportPhrases,
  ...rulesetPhrases,
  ...scanPhrases,
  ...settingsPhrases,
} as const

export type PhraseCode = keyof typeof phrases

/** `{name}` in a phrase is replaced by the argument of that name; one that is missing stays visible. */
export function say(
  said: { readonly code: PhraseCode; readonly args?: Readonly<Record<string, string | number>> },
  lang: 'zh' | 'en',
): string {
  const template: string = phrases[said.code][lang]
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = said.args?.[name]
    return value === undefined ? whole : String(value)
  })
}
