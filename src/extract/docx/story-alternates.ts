/** `mc:AlternateContent` (ECMA-376 Part 3, 7.6): branches for newer and older programs, read once and not twice. */
import type { XmlElement } from '../shared/xml.js'
import { squash, textOf } from './paragraph.js'
import { aside, type StoryState } from './story-state.js'

export function openAlternate(reading: StoryState, { name }: XmlElement): void {
  if (name === 'mc:AlternateContent') reading.alternates.push({ branch: 0, said: new Set(), inline: '' })
  const alternate = reading.alternates.at(-1)
  if (!alternate || (name !== 'mc:Choice' && name !== 'mc:Fallback')) return
  alternate.branch++
  const host = reading.builders.at(-1)
  if (host) reading.builders.push({ ...host, paragraph: { runs: [], part: host.paragraph.part } })
}

export function closeAlternate(reading: StoryState, name: string): void {
  if (name === 'mc:AlternateContent') reading.alternates.pop()
  if (name !== 'mc:Choice' && name !== 'mc:Fallback') return
  const alternate = reading.alternates.at(-1)
  if (!alternate || reading.builders.length < 2) return
  const { runs, covers } = reading.builders.pop()!.paragraph
  const host = reading.builders.at(-1)!.paragraph
  if (covers) host.covers = [...(host.covers ?? []), ...covers]
  const text = squash(textOf(runs))
  if (!text || text === alternate.inline) return
  reading.doubted ||= alternate.inline !== ''
  if (alternate.inline) aside(reading, { part: reading.part, text: textOf(runs) })
  else reading.builders.at(-1)!.paragraph.runs.push(...runs)
  alternate.inline = text
}
