/** Named yes/no tests a rule may ask for; one file and one line here per check. */
import { isBankCard } from './bank-card.js'
import { isIdentityNumber } from './identity-number.js'
import { isMobileNumber } from './mobile-number.js'
import { isPastYear } from './past-year.js'

/** `text` is the matched text; `today` an ISO date. */
export type Check = (text: string, today: string) => boolean

export const checks: Readonly<Record<string, Check>> = {
  'bank-card': isBankCard,
  'identity-number': isIdentityNumber,
  'mobile-number': isMobileNumber,
  'past-year': isPastYear,
}
