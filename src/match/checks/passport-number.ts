/** Numbers of passports and travel documents of the mainland, Hong Kong, Macao and Taiwan. */

/** Ordinary (E, G), diplomatic and service (D, S, P) passports; travel permits (C, H, M, W, L). */
export function isPassportNumber(text: string): boolean {
  const number = text.replace(/[\s-]/g, '').toUpperCase()
  if (/(\d)\1{6}|1234567|7654321/.test(number)) return false
  return /^(?:[EGDSP]\d{8}|[DSP]E\d{7}|E[A-HJ-NP-Z]\d{7}|[CWL]\d{8}|C[A-HJ-NP-Z]\d{7}|[HM]\d{8}(?:\d{2})?)$/.test(
    number,
  )
}
