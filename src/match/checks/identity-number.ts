/** Resident identity numbers, 18 digits with check digit (GB 11643-1999) and the old 15. */
import type { Condition } from '../../types.js'

/** First two digits of the area code (GB/T 2260): provinces, municipalities, regions; 91 is used abroad. */
export const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
)
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'

function isBirthDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900
}

/** Holders born before this year are born on every day a document is judged. */
const bornByNow = 2026

/** Of a holder not yet born it holds once the year of birth has come. */
export function identityNumber(text: string): boolean | Condition {
  const digits = text.replace(/[\s-]/g, '').toUpperCase()
  if (!provinces.has(digits.slice(0, 2)) || digits.slice(2, 6) === '0000') return false
  if (/^\d{15}$/.test(digits)) return isOldNumber(digits)
  if (!/^\d{17}[\dX]$/.test(digits)) return false
  const [year, month, day] = [digits.slice(6, 10), digits.slice(10, 12), digits.slice(12, 14)].map(Number)
  if (!isBirthDate(year!, month!, day!)) return false
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  if (checkDigits[sum % 11] !== digits[17]) return false
  return year! < bornByNow || { on: 'day', from: `${year}-01-01` }
}

/** Fifteen digits carry no check digit: the date must be plausible for a holder born 1900–1999. */
function isOldNumber(digits: string): boolean {
  const [year, month, day] = [digits.slice(6, 8), digits.slice(8, 10), digits.slice(10, 12)].map(Number)
  return isBirthDate(1900 + year!, month!, day!)
}
