/** Documents of organs other than those who publish. */

/** False where nobody said who publishes, or where the text names one of them. */
export function isOfAnotherOrgan(text: string, _today: string, organs: readonly string[]): boolean {
  const plain = text.replace(/\s/gu, '')
  return organs.length > 0 && !organs.some((organ) => plain.includes(organ.replace(/\s/gu, '')))
}
