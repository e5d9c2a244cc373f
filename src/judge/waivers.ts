/** What somebody answers for is set aside, on the day and with the grounds it takes; nothing is forgotten. */
import type { Finding, Gap, Inspection, StaleCause, Waived, Waiver } from '../types.js'

export interface Waivers {
  readonly byId: ReadonlyMap<string, Waiver>
  /** Ids of the rules about marks: setting one aside takes a written decision. */
  readonly marks: ReadonlySet<string>
}

export interface SetAside {
  readonly inspection: Inspection
  readonly waived: readonly Waived[]
  readonly refused: readonly { readonly id: string; readonly cause: StaleCause }[]
}

/** `day`: ISO date the run judges by. */
export function setAside(inspection: Inspection, waivers: Waivers, day: string): SetAside {
  const waived: Waived[] = []
  const refused: { id: string; cause: StaleCause }[] = []
  const stays = (what: Finding | Gap): boolean => {
    const waiver = waivers.byId.get(what.id)
    if (!waiver) return true
    const cause = refusalOf(waiver, what, waivers, day)
    if (cause) refused.push({ id: what.id, cause })
    else waived.push({ waiver, what })
    return cause !== null
  }
  const findings = inspection.findings.filter(stays)
  const gaps = inspection.gaps.filter(stays)
  return { inspection: { ...inspection, findings, gaps }, waived, refused }
}

function refusalOf(waiver: Waiver, what: Finding | Gap, { marks }: Waivers, day: string): StaleCause | null {
  if (waiver.until < day) return 'expired'
  const isMark = 'rule' in what && what.level === 'block' && marks.has(what.rule)
  return isMark && waiver.basis === undefined ? 'no-basis' : null
}
