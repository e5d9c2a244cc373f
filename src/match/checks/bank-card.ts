/** Bank card numbers: length, issuer prefix and the Luhn digit. */

/** 16–19 digits, UnionPay (62), or the international brands (3–6), with a valid Luhn check digit. */
export function isBankCard(text: string): boolean {
  const digits = text.replace(/\D/g, '')
  if (digits.length < 16 || digits.length > 19 || !/^(?:62|4|5[1-5]|35|9)/.test(digits)) return false
  return !/^(\d)\1+$/.test(digits) && luhn(digits)
}

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
