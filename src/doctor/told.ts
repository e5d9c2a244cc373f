/** A check-up as text for people and as JSON for the record of an audit. */
import { type PhraseCode, say } from '../phrases/index.js'
import { punctuation } from '../phrases/punctuation.js'
import type { Lang } from '../types.js'
import type { Checkup, CanaryResult } from './index.js'

/** What the check-up was made with. */
export interface CheckupEnvironment {
  readonly tool: { readonly name: string; readonly version: string }
  readonly node: string
  readonly platform: string
  readonly arch: string
  readonly engine: string
  readonly rules: { readonly count: number; readonly hash: string }
  readonly today: string
}

const megabytes = (bytes: number) => Math.round(bytes / 1024 ** 2)

export function asText(checkup: Checkup, around: CheckupEnvironment, lang: Lang): string {
  const { ocr, memory } = checkup
  const { tool, node, platform, arch, rules, engine } = around
  const word = (code: PhraseCode, args: Record<string, string | number> = {}) => say({ code, args }, lang)
  const held = {
    peak: megabytes(memory.peak),
    limit: megabytes(memory.limit),
    machine: megabytes(memory.machine),
  }
  const rows: [PhraseCode, string][] = [
    ['doctor.tool', `${tool.name} ${tool.version}, Node ${node}`],
    ['doctor.machine', `${platform} ${arch}`],
    ['doctor.engine', engineWords(engine, ocr, lang)],
    ...(ocr ? [modelRow(ocr)] : []),
    ['doctor.pictures', word(`doctor.pictures.${checkup.pictures ?? 'none'}`)],
    ['doctor.rules', word('doctor.rule-count', rules)],
    ['doctor.memory', word('doctor.memory-held', held)],
    ['doctor.date', around.today],
  ]
  return [
    `${checkup.ok ? '√' : '×'} ${word(checkup.ok ? 'doctor.fine' : 'doctor.unfit')}`,
    '',
    ...checkup.canaries.flatMap((one) => canaryLines(one, lang)),
    '',
    ...rows.map(([code, value]) => `${word(code)}${punctuation[lang].colon}${value}`),
    '',
  ].join('\n')
}

function engineWords(engine: string, ocr: Checkup['ocr'], lang: Lang): string {
  if (!ocr) return `${engine}, ${say({ code: 'doctor.no-engine' }, lang)}`
  const { backend } = ocr
  if (backend !== 'onnxruntime-web') return `${engine}, ${backend}`
  return say({ code: 'doctor.engine-slow', args: { engine, backend } }, lang)
}

function modelRow({ model, modelHash }: NonNullable<Checkup['ocr']>): [PhraseCode, string] {
  return ['doctor.model', `${model}, SHA-256 ${modelHash}`]
}

function canaryLines({ ok, proves, milliseconds, instead }: CanaryResult, lang: Lang): string[] {
  const seconds = (milliseconds / 1000).toFixed(1)
  const first = `  ${ok ? '√' : '×'} ${say(proves, lang)}  (${seconds} s)`
  return [first, ...instead.map((said) => `      ${say(said, lang)}`)]
}

/** Fields may be added, never removed or renamed. */
export function asJson(checkup: Checkup, around: CheckupEnvironment, lang: Lang): string {
  const { tool, node, platform, arch, engine, rules, today } = around
  const told = {
    schema: 1,
    ok: checkup.ok,
    canaries: checkup.canaries.map(({ file, proves, ok, milliseconds, instead }) => ({
      file,
      proves: say(proves, lang),
      ok,
      milliseconds,
      instead: instead.map((said) => say(said, lang)),
    })),
    ocr: checkup.ocr && {
      engine,
      backend: checkup.ocr.backend,
      model: checkup.ocr.model,
      modelHash: checkup.ocr.modelHash,
    },
    pictures: checkup.pictures,
    memory: checkup.memory,
    rules,
    tool,
    runtime: { node, platform, arch },
    today,
  }
  return `${JSON.stringify(told, null, 2)}\n`
}
