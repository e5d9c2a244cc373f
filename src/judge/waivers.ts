/** What somebody answers for is set aside, on the day and with the grounds it takes; nothing is forgotten. */
import type { Finding, Gap, Inspection, StaleCause, Waived, Waiver } from '../types.js'

export interface Waivers {
  readonly byId: ReadonlyMap<string, Waiver>
  /** Ids of the rules about marks: setting one aside takes a written decision. */
  readonly marks: ReadonlySet<string>
  /** ISO date the run judges by. */
  readonly today: string
}

export interface SetAside {
  readonly inspection: Inspection
  readonly waived: readonly Waived[]
  readonly refused: readonly { readonly id: string; readonly cause: StaleCause }[]
}

export function setAside(inspection: Inspection, waivers: Waivers): SetAside {
  const waived: Waived[] = []
  const refused: { id: string; cause: StaleCause }[] = []
  const stays = (what: Finding | Gap): boolean => {
    const waiver = waivers.byId.get(what.id)
    if (!waiver) return true
    const cause = refusalOf(waiver, what, waivers)
    if (cause) refused.push({ id: what.id, cause })
    else waived.push({ waiver, what: withoutPicture(what) })
    return cause !== null
  }
  const findings = inspection.findings.filter(stays)
  const gaps = inspection.gaps.filter(stays)
  return { inspection: { ...inspection, findings, gaps }, waived, refused }
}

/** What nobody has to look at needs no picture. */
function withoutPicture(what: Finding | Gap): Finding | Gap {
  if (!('picture' in what)) return what
  const { picture: _picture, ...rest } = what
  return rest
}

function refusalOf(waiver: Waiver, what: Finding | Gap, { marks, today }: Waivers): StaleCause | null {
  if (waiver.until < today) return 'expired'
  const isMark = 'rule' in what && what.level === 'block' && marks.has(what.rule)
  return isMark && waiver.basis === undefined ? 'no-basis' : null
}
