/** The rich text body of a message, as Outlook packs it. */

/** [MS-OXRTFCP] 2.1.3.1.2 with literals only: a flag byte of zero before every eight. */
export function packedRtf(rtf) {
  const plain = Buffer.from(rtf, 'latin1')
  const runs = []
  for (let at = 0; at < plain.length; at += 8) runs.push(Buffer.from([0]), plain.subarray(at, at + 8))
  const packed = Buffer.concat(runs)
  const header = Buffer.alloc(16)
  header.writeUInt32LE(packed.length + 12, 0)
  header.writeUInt32LE(plain.length, 4)
  header.write('LZFu', 8, 'latin1')
  return Buffer.concat([header, packed])
}
