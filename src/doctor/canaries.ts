/** The small files `secscan doctor` inspects, and what a secscan in working order says of each. */
import type { PhraseCode } from '../phrases/index.js'
import type { Judged } from '../types.js'

export interface Canary {
  /** Name in fixtures/doctor. */
  readonly file: string
  /** What it proves. */
  readonly proves: PhraseCode
  readonly passes: (judged: Judged) => boolean
}

const RULE = 'state-secret-mark'

const found = ({ inspection }: Judged, sight: string, channel: string): boolean =>
  inspection.findings.some(
    (finding) => finding.rule === RULE && finding.sight === sight && finding.channel === channel,
  )

export const canaries: readonly Canary[] = [
  {
    file: 'scan.jpg',
    proves: 'doctor.scan',
    passes: (judged) => found(judged, 'visible', 'ocr') && judged.inspection.gaps.length === 0,
  },
  {
    file: 'covered.pdf',
    proves: 'doctor.covered',
    passes: (judged) => found(judged, 'covered', 'text'),
  },
  {
    // White letters on a dark band: were the font missing, nothing would be drawn and the text taken for hidden.
    file: 'font.pdf',
    proves: 'doctor.font',
    passes: (judged) => found(judged, 'visible', 'text'),
  },
  {
    file: 'bomb.zip',
    proves: 'doctor.bomb',
    passes: ({ inspection: { gaps } }) => gaps.length === 1 && gaps[0]!.cause === 'limit',
  },
  {
    file: 'mention.txt',
    proves: 'doctor.mention',
    passes: ({ verdict }) => verdict.decision === 'publish' && verdict.needsReview === 0,
  },
]
