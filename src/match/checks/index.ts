/** Named yes/no tests a rule may ask for; one file and one line here per check. */
import { isBankCard, isLabelledBankCard } from './bank-card.js'
import { isDayToCome } from './day-to-come.js'
import { isIdentityNumber } from './identity-number.js'
import { isMobileNumber } from './mobile-number.js'
import { isOfAnotherOrgan } from './other-organ.js'
import { isPassportNumber } from './passport-number.js'
import { isPastYear } from './past-year.js'

/** `text` is the matched text; `today` an ISO date; `organs` the names of those who publish. */
export type Check = (text: string, today: string, organs: readonly string[]) => boolean

export const checks: Readonly<Record<string, Check>> = {
  'bank-card': isBankCard,
  'day-to-come': isDayToCome,
  'identity-number': isIdentityNumber,
  'labelled-bank-card': isLabelledBankCard,
  'mobile-number': isMobileNumber,
  'other-organ': isOfAnotherOrgan,
  'passport-number': isPassportNumber,
  'past-year': isPastYear,
}
