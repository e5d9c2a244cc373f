/** Named yes/no tests a rule may ask for; one file and one line here per check. */
import type { Condition } from '../../types.js'
import { isBankCard, isLabelledBankCard } from './bank-card.js'
import { dayToCome } from './day-to-come.js'
import { identityNumber } from './identity-number.js'
import { isMobileNumber } from './mobile-number.js'
import { ofAnotherOrgan } from './other-organ.js'
import { isPassportNumber } from './passport-number.js'
import { pastYear } from './past-year.js'
import { isUnprovedIdentityNumber } from './unproved-identity-number.js'
import { isWeakMask } from './weak-mask.js'

/** `text` is the matched text. What depends on the day or on who publishes is answered with the condition it depends on. */
export type Check = (text: string) => boolean | Condition

export const checks: Readonly<Record<string, Check>> = {
  'bank-card': isBankCard,
  'day-to-come': dayToCome,
  'identity-number': identityNumber,
  'labelled-bank-card': isLabelledBankCard,
  'mobile-number': isMobileNumber,
  'other-organ': ofAnotherOrgan,
  'passport-number': isPassportNumber,
  'past-year': pastYear,
  'unproved-identity-number': isUnprovedIdentityNumber,
  'weak-mask': isWeakMask,
}

/** Eighteen digits of an identity number end with a check digit, the old fifteen do not. */
const shortestChecked = 16

/** What a check has proved of a text it let pass; mobile and passport numbers carry no check digit. */
export function proofOf(check: string | undefined, text: string) {
  if (check === 'unproved-identity-number') return 'match.wrong-check'
  if (check === 'weak-mask') return 'match.weak-mask'
  const isNumbered = check === 'identity-number' || check === 'bank-card' || check === 'labelled-bank-card'
  return isNumbered && text.length >= shortestChecked ? 'match.checked' : 'match.shape'
}
