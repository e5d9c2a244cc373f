/** Eighteen digits under the name of an identity number that are none: mistyped, or changed to mislead a check. */
import { identityNumber } from './identity-number.js'

/** Neither an identity number, nor a credit code, nor a placeholder of one repeated or running digit. */
export function isUnprovedIdentityNumber(text: string): boolean {
  const digits = text.replace(/[\s-]/g, '').toUpperCase()
  if (!/^\d{17}[\dX]$/.test(digits) || identityNumber(digits) !== false) return false
  return !/(\d)\1{7}|12345678|98765432/.test(digits) && !isCreditCode(digits)
}

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Unified social credit codes (GB 32100-2015): 18 characters, check character of modulus 31. */
export function isCreditCode(code: string): boolean {
  const values = [...code].map((one) => alphabet.indexOf(one))
  if (values.length !== 18 || values.includes(-1)) return false
  const sum = weights.reduce((total, weight, index) => total + weight * values[index]!, 0)
  return (31 - (sum % 31)) % 31 === values[17]
}
