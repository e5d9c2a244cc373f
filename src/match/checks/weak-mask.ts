/** Numbers of people of which a mask leaves nearly all. */
import { provinces } from './identity-number.js'
import { isLikeMobileNumber } from './mobile-number.js'

/** Characters a mask hides at least; the prescribed forms hide four of a mobile number and sixteen of an identity number. */
const leastHidden = { identity: 4, mobile: 3, card: 4 } as const

/** An identity number (18), a mobile number (11) or a UnionPay card (16–19) that hides fewer characters than that. */
export function isWeakMask(text: string): boolean {
  const shown = text.replace(/[^\d*×●•○■□Xx]/gu, '').replace(/(?<=.)[Xx](?=.)/gu, '*')
  const hidden = shown.replace(/[\dXx]/gu, '').length
  if (hidden === 0) return false
  const plain = shown.replace(/[^\dXx]/gu, '*')
  if (plain.length === 11) return hidden < leastHidden.mobile && isMaskedMobile(plain)
  if (plain.length === 18 && isLikeIdentity(plain)) return hidden < leastHidden.identity
  return plain.length >= 16 && hidden < leastHidden.card && /^62\d{2}/.test(plain)
}

/** Masked in one go: 1500*800*12 is a size. */
const isMaskedMobile = (plain: string): boolean =>
  isLikeMobileNumber(plain) && /^\d+(?:\*{2}\d*|\*)$/u.test(plain)

/** What is shown of the area, the year, the month and the day can be that of an identity number. */
const isLikeIdentity = (plain: string): boolean =>
  (provinces.has(plain.slice(0, 2)) || plain.slice(0, 2).includes('*')) &&
  /^[\d*]{6}(?:[1*][9*]|[2*][0*])[\d*]{2}[01*][\d*][0-3*][\d*]{4}[\dXx*]$/u.test(plain)
