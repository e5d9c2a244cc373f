/** Flags and keys of the settings table as Markdown, put into the handbook of settings between its two marks. */
import { say, type PhraseCode } from '../phrases/index.js'
import type { Floor, Setting } from '../settings/kinds.js'
import { settings } from '../settings/table.js'
import type { Lang } from '../types.js'

const [start, end] = ['<!-- npm run docs: settings -->', '<!-- settings end -->'] as const

/** `written`: the page as it stands; what is between the marks is made anew. Throws where a mark is missing. */
export function withSettings(written: string, lang: Lang): string {
  const [before, rest] = cutAt(written, start)
  const [, after] = cutAt(rest, end)
  return `${before}${start}\n\n${tableIn(lang)}\n\n${end}${after}`
}

function cutAt(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark)
  if (at < 0) throw new Error(`no ${mark} in the handbook of settings`)
  return [text.slice(0, at), text.slice(at + mark.length)]
}

function tableIn(lang: Lang): string {
  const heads = ['flag', 'path', 'preset', 'floor', 'meaning'].map((name) =>
    say({ code: `handbook.setting-${name}` as PhraseCode }, lang),
  )
  const rows = settings.map(([, setting]) => rowOf(setting, lang))
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function rowOf(setting: Setting, lang: Lang): readonly string[] {
  const { flag, short, path, preset, floor, choices, value, help } = setting
  const names = [...(short ? [`-${short}`] : []), flag].map((name) => `\`${name}\``).join(' ')
  const told = choices?.map((choice) => `\`${choice}\``).join(' ') ?? value?.[lang] ?? ''
  return [
    told ? `${names} ${told}` : names,
    path ? `\`${path}\`` : '',
    preset === null || preset === false || Array.isArray(preset) ? '' : `\`${String(preset)}\``,
    path ? say({ code: floors[floor] }, lang) : '',
    help[lang],
  ]
}

const floors = {
  fixed: 'handbook.floor-fixed',
  ceiling: 'handbook.floor-ceiling',
  on: 'handbook.floor-on',
  added: 'handbook.floor-added',
  free: 'handbook.floor-free',
} as const satisfies Record<Floor, PhraseCode>
