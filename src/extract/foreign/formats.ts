/** The table of formats that are known by name only. */
export interface ForeignFormat {
  /** As people call it. */
  readonly kind: string
  /** What the first bytes are, one character for each byte, from `offset` on. */
  readonly magic?: RegExp
  readonly offset?: number
  /** Extensions, blanks between them. */
  readonly named?: string
  /** The bytes alone tell it; else the name must fit too. */
  readonly certain?: true
  /** What to convert it into; the last word of the phrase's code. */
  readonly into: 'pdf' | 'picture' | 'table' | 'mail' | 'docx' | 'archive' | 'text'
}

export const foreignFormats: readonly ForeignFormat[] = [
  { kind: 'CEB', magic: /^Founder CEB/, certain: true, into: 'pdf' },
  { kind: 'CEB', named: 'ceb cebx', into: 'pdf' },
  { kind: 'CAJ', magic: /^(CAJ\0|KDH |TEB\0)/, certain: true, into: 'pdf' },
  { kind: 'CAJ', magic: /^(HN|\xc8)/, named: 'caj nh kdh', into: 'pdf' },
  { kind: 'CAJ', named: 'caj nh kdh', into: 'pdf' },
  { kind: 'SEP', named: 'sep gd gw s2 s72 s92 s10 gwd', into: 'pdf' },
  { kind: 'VIP/PDG', named: 'pdg vip uvz', into: 'pdf' },
  { kind: 'HEIC', magic: /^ftyp(hei[cxms]|hev[cxms]|mif1|msf1)/, offset: 4, certain: true, into: 'picture' },
  { kind: 'JPEG 2000', magic: /^(\0\0\0\x0cjP {2}|\xff\x4f\xff\x51)/, certain: true, into: 'picture' },
  { kind: 'JPEG XL', magic: /^(\0\0\0\x0cJXL |\xff\x0a)/, named: 'jxl', into: 'picture' },
  { kind: 'JBIG2', magic: /^\x97JB2\r\n\x1a\n/, certain: true, into: 'picture' },
  { kind: 'PSD', magic: /^8BPS\0[\x01\x02]/, certain: true, into: 'picture' },
  { kind: 'XCF', magic: /^gimp xcf/, certain: true, into: 'picture' },
  { kind: 'ICO', magic: /^\0\0[\x01\x02]\0/, named: 'ico cur', into: 'picture' },
  { kind: 'PCX', magic: /^\x0a[\0-\x05]\x01/, named: 'pcx', into: 'picture' },
  { kind: 'TGA', named: 'tga', into: 'picture' },
  { kind: 'RAW', named: 'dng nef arw cr2 cr3 orf rw2 pef srw raf', into: 'picture' },
  { kind: 'DjVu', magic: /^AT&TFORM/, certain: true, into: 'pdf' },
  { kind: 'PostScript', magic: /^(%!PS|\x04%!PS|\xc5\xd0\xd3\xc6)/, certain: true, into: 'pdf' },
  { kind: 'DWG', magic: /^AC10\d\d\0/, certain: true, into: 'pdf' },
  { kind: 'DXF', magic: /^AutoCAD Binary DXF/, certain: true, into: 'pdf' },
  { kind: 'DWF', magic: /^\(DWF V/, certain: true, into: 'pdf' },
  { kind: 'CDR', magic: /^RIFF....(CDR|cdr)/s, certain: true, into: 'pdf' },
  { kind: 'Microsoft Works', magic: /^\x01\xfe\x32/, certain: true, into: 'docx' },
  { kind: 'WordPerfect', magic: /^\xffWPC/, certain: true, into: 'docx' },
  { kind: 'Write', magic: /^[12]\xbe\0\0\0\xab/, certain: true, into: 'docx' },
  { kind: 'Word 2.0', magic: /^\xdb\xa5-\0/, certain: true, into: 'docx' },
  { kind: 'WordStar', named: 'ws wsd', into: 'docx' },
  { kind: 'OneNote', magic: /^\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d/, certain: true, into: 'pdf' },
  {
    kind: 'Lotus 1-2-3',
    magic: /^\0\0(\x02|\x1a)\0[\x04\x06\0]/,
    named: 'wk1 wk3 wk4 wks 123',
    into: 'table',
  },
  // A workbook without a compound file around it: Excel 2 to 4, or the bare stream of a later one ([MS-XLS] 2.4.21).
  { kind: 'Excel 4.0', magic: /^\x09(\0\x04|[\x02\x04]\x06|\x08[\x08\x10])\0/, certain: true, into: 'table' },
  { kind: 'Access', magic: /^\0\x01\0\0Standard (Jet|ACE) DB/, certain: true, into: 'table' },
  { kind: 'SQLite', magic: /^SQLite format 3\0/, certain: true, into: 'table' },
  { kind: 'DBF', magic: /^[\x02\x03\x30\x31\x43\x63\x83\x8b\xcb\xf5\xfb]/, named: 'dbf', into: 'table' },
  { kind: 'Parquet', magic: /^PAR1/, named: 'parquet', into: 'table' },
  { kind: 'SPSS', magic: /^\$FL[23]/, certain: true, into: 'table' },
  { kind: 'PST', magic: /^!BDN/, certain: true, into: 'mail' },
  { kind: 'Foxmail', magic: /^\x10{16}/, named: 'box', into: 'mail' },
  { kind: 'Outlook Express', magic: /^\xcf\xad\x12\xfe/, certain: true, into: 'mail' },
  { kind: 'Lotus Notes', magic: /^\x1a\0\0\x04\0\0/, certain: true, into: 'mail' },
  { kind: 'CHM', magic: /^ITSF\x03/, certain: true, into: 'pdf' },
  { kind: 'MOBI', magic: /^(BOOKMOBI|TEXtREAd)/, offset: 60, certain: true, into: 'pdf' },
  { kind: 'SWF', magic: /^[FCZ]WS[\x01-\x2d]/, named: 'swf', into: 'pdf' },
  { kind: 'ISO', named: 'iso img dmg vhd vhdx vmdk wim', into: 'archive' },
  { kind: 'BPlist', magic: /^bplist0\d/, certain: true, into: 'text' },
  {
    kind: 'PGP',
    magic: /^(-----BEGIN PGP MESSAGE|\x85[\x01-\x04]\x0c\x03|\x8c\x0d\x04)/,
    certain: true,
    into: 'text',
  },
]
