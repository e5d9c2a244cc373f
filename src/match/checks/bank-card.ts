/** Bank card numbers: length, issuer prefix and the Luhn digit. */
import { identityNumber } from './identity-number.js'

/** 16–19 digits of UnionPay (ISO/IEC 7812: 62), with a valid Luhn check digit, and no identity number. */
export function isBankCard(text: string): boolean {
  const digits = text.replace(/\D/g, '')
  return /^62\d{14,17}$/.test(digits) && isProved(digits) && identityNumber(digits) === false
}

/**
 * Numbers that begin as those of Visa (4), Mastercard (51–55, 2221–2720), JCB (3528–3589) or as older cards of the mainland (9)
 * do: so many others begin alike that only a label makes them card numbers. UnionPay too, where it has the shape of an identity
 * number.
 */
export function isLabelledBankCard(text: string): boolean {
  const digits = text.replace(/\D/g, '')
  if (digits.length < 16 || digits.length > 19 || !isProved(digits) || isBankCard(digits)) return false
  if (/^(?:62|9)/.test(digits)) return true
  const [four, sixteen] = [Number(digits.slice(0, 4)), digits.length === 16]
  const isMastercard = (four >= 5100 && four <= 5599) || (four >= 2221 && four <= 2720)
  return sixteen && (digits.startsWith('4') || isMastercard || (four >= 3528 && four <= 3589))
}

const isProved = (digits: string): boolean => !/^(\d)\1+$/.test(digits) && luhn(digits)

/** Every second digit from the right doubled, digits of the products added: the sum ends in 0. */
export function luhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const value = Number(digits[digits.length - 1 - index])
    const doubled = index % 2 === 1 ? value * 2 : value
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
