/** Mainland mobile numbers. */

/** Eleven digits beginning 13–19; numbers of one repeated or running digit are placeholders. */
export function isMobileNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '')
  if (!/^1[3-9]\d{9}$/.test(digits)) return false
  return !/(\d)\1{7}/.test(digits) && !/12345678|23456789|87654321/.test(digits)
}

/** Shown digits of a number that is masked with `*`. */
export function isLikeMobileNumber(masked: string): boolean {
  return /^1[3-9*][\d*]{9}$/.test(masked) && /\d{4}/.test(masked)
}
