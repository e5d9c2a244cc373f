/** How much some bytes look like text of one encoding: shares of everyday characters, and what does not decode. */

export interface Score {
  /** 1: only everyday characters of the encoding; near 0: noise. ASCII does not count. */
  readonly score: number
  readonly pairs: number
  readonly invalid: number
}

const weigh = (points: number, pairs: number, invalid: number): Score => ({
  score: pairs + invalid === 0 ? 0 : points / (pairs + 3 * invalid),
  pairs,
  invalid,
})

/** GB 18030-2005: GB 2312 level 1 (B0–D7) is everyday, level 2 rarer, the GBK extension rarest. */
export function scoreGb18030(bytes: Uint8Array): Score {
  let points = 0
  let pairs = 0
  let invalid = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!
    if (lead < 0x80) continue
    if (at + 1 >= bytes.length) break
    const trail = bytes[at + 1]!
    if (lead === 0x80 || lead === 0xff || trail === 0x7f || trail === 0xff || trail < 0x30) invalid++
    else if (trail < 0x40) {
      if (trail > 0x39 || !isFourByteTail(bytes, at)) invalid++
      else {
        pairs++
        points += 0.5
        at += 3
      }
    } else {
      pairs++
      points += gbPoints(lead, trail)
      at++
    }
  }
  return weigh(points, pairs, invalid)
}

function isFourByteTail(bytes: Uint8Array, at: number): boolean {
  if (at + 3 >= bytes.length) return true
  const third = bytes[at + 2]!
  const fourth = bytes[at + 3]!
  return third >= 0x81 && third <= 0xfe && fourth >= 0x30 && fourth <= 0x39
}

function gbPoints(lead: number, trail: number): number {
  if (trail < 0xa1) return 0.15
  if (lead >= 0xb0 && lead <= 0xd7) return 1
  if (lead >= 0xa1 && lead <= 0xa3) return 1
  if (lead >= 0xd8 && lead <= 0xf7) return 0.6
  return lead >= 0xa4 && lead <= 0xa9 ? 0.3 : 0.1
}

/** Big5: level 1 (A4–C6) is everyday, level 2 (C9–F9) rarer; C7 and C8 belong to vendor extensions. */
export function scoreBig5(bytes: Uint8Array): Score {
  let points = 0
  let pairs = 0
  let invalid = 0
  for (let at = 0; at + 1 < bytes.length; at++) {
    const lead = bytes[at]!
    if (lead < 0x80) continue
    const trail = bytes[at + 1]!
    const holds =
      lead >= 0x81 && lead <= 0xfe && ((trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe))
    if (!holds) {
      invalid++
      continue
    }
    pairs++
    points += big5Points(lead)
    at++
  }
  return weigh(points, pairs, invalid)
}

function big5Points(lead: number): number {
  if (lead >= 0xa1 && lead <= 0xc6) return 1
  return lead >= 0xc9 && lead <= 0xf9 ? 0.3 : 0
}

const SAMPLE = 64 * 1024

export interface WideScore {
  readonly encoding: 'utf-16le' | 'utf-16be'
  /** Share of units that are ordinary in Chinese text. */
  readonly score: number
  /** How much better this byte order fits than the other; Latin text fits both alike. */
  readonly lead: number
  readonly hasNul: boolean
}

/** UTF-16 without a byte order mark: told by NULs on one side only, or by Han in nearly every unit. */
export function scoreUtf16(bytes: Uint8Array): WideScore {
  const hasNul = bytes.includes(0)
  const sample = bytes.subarray(0, SAMPLE)
  const little = shareOfPlainUnits(sample, 0)
  const big = shareOfPlainUnits(sample, 1)
  const encoding = big > little ? 'utf-16be' : 'utf-16le'
  return { encoding, score: Math.max(little, big), lead: Math.abs(big - little), hasNul }
}

function shareOfPlainUnits(bytes: Uint8Array, bigEndian: 0 | 1): number {
  const units = bytes.length >> 1
  if (units < 2) return 0
  let plain = 0
  for (let at = 0; at < units * 2; at += 2) {
    const high = bytes[at + 1 - bigEndian]!
    const low = bytes[at + bigEndian]!
    if (high === 0) plain += low >= 32 || low === 9 || low === 10 || low === 13 ? 1 : 0
    else if ((high >= 0x4e && high <= 0x9f) || high === 0x30 || high === 0xff || high === 0x20) plain++
    else if (high >= 0x21 && high <= 0x33) plain += high === 0x26 && (low === 5 || low === 6) ? 1 : 0.5
  }
  return plain / units
}

/** Well-formed UTF-8 sequences against bytes that fit none, over all bytes that are not ASCII. */
export function utf8Damage(bytes: Uint8Array): { good: number; bad: number; ascii: number } {
  const found = { good: 0, bad: 0, ascii: 0 }
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at]!
    if (lead < 0x80) {
      found.ascii++
      at++
      continue
    }
    const length =
      lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0
    let seen = 1
    while (seen < length && at + seen < bytes.length && (bytes[at + seen]! & 0xc0) === 0x80) seen++
    if (length > 0 && seen === length) found.good++
    else if (length === 0 || at + seen < bytes.length) found.bad++
    at += Math.max(1, seen)
  }
  return found
}

/** Characters that nearly every official text uses, simplified and traditional. */
const common = new Set(
  '的一是不了在人有我他这為为个個们們中来來上大国國到说說和地也子时時道出而要于於就下得可你年生自会會那后後能对對着' +
    '事其里所去行过過家十用发發天如然作方成者多日都三小军軍二无無同么经經法当當起与與好看学學进進种種将將还還分此心' +
    '前面又定见見只主没沒公从從关關通知密秘祕机機绝絕内內部级級号號文件办辦理单單位各请請及应應第条條项項月期限保规規' +
    '工管员員省市县縣区區局厅廳委政府四五六七八九百千万萬零电電话話附明检檢查处處室科印领領导導报報告书書函令议議决決' +
    '臺台湾灣北东東西南华華民共社经济濟开開门門题題计計划劃资資料档檔案卷目录錄名单责責任务務情况況问問准依据據第次全体體' +
    '、。，；：！？“”（）《》〔〕★☆○〇',
)

/** Share of the commonest characters among those beyond ASCII. */
export function commonShare(text: string): number {
  let all = 0
  let found = 0
  for (const letter of text) {
    if (letter < '\x80') continue
    all++
    if (common.has(letter)) found++
  }
  return all === 0 ? 0 : found / all
}
