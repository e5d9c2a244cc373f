/** Named yes/no tests a rule may ask for; one file and one line here per check. */
import type { Condition } from '../../types.js'
import { isBankCard, isLabelledBankCard } from './bank-card.js'
import { dayToCome } from './day-to-come.js'
import { identityNumber } from './identity-number.js'
import { isMobileNumber } from './mobile-number.js'
import { ofAnotherOrgan } from './other-organ.js'
import { isPassportNumber } from './passport-number.js'
import { pastYear } from './past-year.js'

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
}
