/**
 * Every setting, once. Flags, keys of secscan.yaml, help, completion, schema and handbook are made from this table;
 * adding a setting is one entry here (a limit: in limits.ts). The order is that of the help.
 */
import { reporters } from '../report/index.js'
import { ocrEngines } from '../see/ocr/index.js'
import { amount, choice, count, list, type Setting, toggle, word } from './kinds.js'
import { limits } from './limits.js'

const keysOf = <T extends object>(registry: T) => Object.keys(registry) as (keyof T & string)[]
const file = { zh: '文件', en: 'FILE' }

export const table = {
  format: choice(keysOf(reporters), 'text', {
    flag: '--format',
    short: 'f',
    path: 'format',
    help: {
      zh: '报告格式，默认 text（给人看），json 给程序用，html 是带图的网页，配合 --output 报告.html 使用',
      en: 'report format; text for people (default), json for programs, html is a page with pictures, use it with --output report.html',
    },
  }),
  pictures: choice(['none', 'strip', 'page'], 'strip', {
    flag: '--pictures',
    path: 'pictures',
    help: {
      zh: 'html 报告里的图：不要图、只截取所在位置（默认）、整页',
      en: 'pictures in the html report: none, the place only (default), whole pages',
    },
  }),
  output: word({
    flag: '--output',
    short: 'o',
    value: file,
    help: {
      zh: '把报告写进文件，屏幕上只显示结论；文件名以 .html、.json、.txt 结尾的，按它选格式',
      en: 'write the report to a file, show only the verdict on screen; a name in .html, .json or .txt chooses the format',
    },
  }),
  strict: toggle({
    flag: '--strict',
    path: 'strict',
    floor: 'on',
    help: { zh: '须人工核对的内容也按禁止发布处理', en: 'what a person must check blocks too' },
  }),
  quiet: toggle({
    flag: '--quiet',
    help: { zh: '只显示不能直接发布的文件', en: 'show only files that cannot be posted as they are' },
  }),
  doctor: toggle({
    flag: '--doctor',
    help: {
      zh: '先自检，通过了才检查，并在报告里记录（审计用）',
      en: 'check up the installation first, scan only if it passes, and record it (for audits)',
    },
  }),
  ocr: choice([...keysOf(ocrEngines), 'off'], 'paddle', {
    flag: '--ocr',
    path: 'ocr',
    floor: 'fixed',
    help: {
      zh: '图片识别引擎，默认 paddle；off 表示不识别，图片一律算未检查',
      en: 'OCR engine, default paddle; off leaves every picture uninspected',
    },
  }),
  ocrBackend: choice(['native', 'wasm'], null, {
    flag: '--ocr-backend',
    path: 'ocrBackend',
    help: { zh: '强制使用某种运算方式，一般不用设置', en: 'force one way of computing; rarely needed' },
  }),
  explain: toggle({
    flag: '--explain',
    help: {
      zh: '同时列出认定为提及、予以放行的内容和理由',
      en: 'list the mentions that were let through, and why',
    },
  }),
  config: word({
    flag: '--config',
    value: file,
    help: {
      zh: '设置文件，默认是当前文件夹或它上层（到代码库根目录为止）的 secscan.yaml',
      en: 'settings; by default secscan.yaml of the working directory, or of a folder above it up to the root of its repository',
    },
  }),
  policy: word({
    flag: '--policy',
    value: file,
    help: {
      zh: '上级规定：设置只能比它更严（也可用环境变量 SECSCAN_POLICY）',
      en: 'a floor that settings can only tighten (also SECSCAN_POLICY)',
    },
  }),
  ruleFolders: list({
    flag: '--rules',
    path: 'ruleFolders',
    value: { zh: '目录', en: 'DIR' },
    help: {
      zh: '增加自己的规则（可重复）',
      en: 'add your own rules (repeatable); in a settings file relative to that file',
    },
  }),
  packs: list({
    flag: '--pack',
    path: 'packs',
    value: { zh: '名称', en: 'NAME' },
    help: {
      zh: '打开可选规则包，如 tw、us（可重复）',
      en: 'switch on an optional rule pack such as tw, us (repeatable)',
    },
  }),
  reveal: toggle({
    flag: '--reveal',
    help: {
      zh: '报告里不遮盖个人信息，并显示被遮盖的原文（报告请妥善保管）',
      en: 'do not mask personal data, show covered text (keep the report safe)',
    },
  }),
  jobs: count(null, {
    flag: '--jobs',
    path: 'jobs',
    value: amount,
    help: { zh: '同时使用几个进程', en: 'processes at once' },
  }),
  ...limits,
  today: word({
    flag: '--today',
    value: { zh: '日期', en: 'DATE' },
    help: {
      zh: '按哪一天判断（如 2026-03-01），默认今天',
      en: 'judge as of this day (2026-03-01), default today',
    },
  }),
  stdinName: word({
    flag: '--stdin-name',
    value: { zh: '名称', en: 'NAME' },
    help: { zh: '标准输入的文件名', en: 'file name of standard input' },
  }),
  lang: choice(['zh', 'en'], null, {
    flag: '--lang',
    path: 'lang',
    help: { zh: '报告语言', en: 'language of the report' },
  }),
  version: toggle({ flag: '--version', short: 'V', help: { zh: '版本', en: 'version' } }),
  help: toggle({ flag: '--help', short: 'h', help: { zh: '本说明', en: 'this text' } }),
} as const satisfies Readonly<Record<string, Setting>>

export type SettingName = keyof typeof table

/** What holds for a run, by the names of the table; numbers in the units of the flags. */
export type Options = { readonly [Name in SettingName]: (typeof table)[Name]['preset'] }

export const settings = Object.entries(table) as readonly (readonly [SettingName, Setting])[]

/** Whatever was not said gets its preset. */
export function optionsOf(said: Readonly<Partial<Record<string, unknown>>>): Options {
  return Object.fromEntries(settings.map(([name, { preset }]) => [name, said[name] ?? preset])) as Options
}
