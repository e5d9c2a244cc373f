/** The character maps of composite fonts that every reader must know (ISO 32000-1, 9.7.5.2, table 118). */

const chinese =
  'GB-EUC GBpc-EUC GBK-EUC GBKp-EUC GBK2K UniGB-UCS2 UniGB-UTF16 B5pc HKscs-B5 ETen-B5 ETenms-B5 CNS-EUC UniCNS-UCS2 UniCNS-UTF16'
const japanese =
  '83pv-RKSJ 90ms-RKSJ 90msp-RKSJ 90pv-RKSJ Add-RKSJ EUC Ext-RKSJ UniJIS-UCS2 UniJIS-UCS2-HW UniJIS-UTF16'
const korean = 'KSC-EUC KSCms-UHC KSCms-UHC-HW KSCpc-EUC UniKS-UCS2 UniKS-UTF16'
const names = `Identity ${chinese} ${japanese} ${korean}`.split(' ')
const known: ReadonlySet<string> = new Set(['H', 'V', ...names.flatMap((name) => [`${name}-H`, `${name}-V`])])

/** The map that the text of a composite font, or of a map built on another one, names and that is not known; else null. */
export function unknownMapOf(text: string): string | null {
  const name = /\/Subtype\s*\/Type0\b/.test(text)
    ? /\/Encoding\s*\/([\w-]+)/.exec(text)?.[1]
    : /\/Type\s*\/CMap\b/.test(text)
      ? /\/UseCMap\s*\/([\w-]+)/.exec(text)?.[1]
      : undefined
  return name === undefined || known.has(name) ? null : name
}
