/** Numbers of the records of an old workbook that are read here, by their names in the standard ([MS-XLS] 2.3.1). */
export const Biff = {
  // Around everything.
  BOF: 0x809,
  EOF: 0x0a,
  Continue: 0x3c,
  // Of the workbook.
  FilePass: 0x2f,
  Date1904: 0x22,
  BoundSheet8: 0x85,
  SST: 0xfc,
  Lbl: 0x18,
  SupBook: 0x1ae,
  CRN: 0x5a,
  WriteAccess: 0x5c,
  FileSharing: 0x5b,
  MsoDrawingGroup: 0xeb,
  Font: 0x31,
  Format: 0x41e,
  XF: 0xe0,
  Palette: 0x92,
  // Cells.
  LabelSst: 0xfd,
  Label: 0x204,
  RString: 0xd6,
  Number: 0x203,
  RK: 0x27e,
  MulRk: 0xbd,
  BoolErr: 0x205,
  Blank: 0x201,
  Formula: 0x06,
  /** As programs before Excel 97 wrote it. */
  OldFormula: 0x406,
  String: 0x207,
  Row: 0x208,
  DefaultRowHeight: 0x225,
  ColInfo: 0x7d,
  // Beside the cells.
  Note: 0x1c,
  Obj: 0x5d,
  TxO: 0x1b6,
  MsoDrawing: 0xec,
  Header: 0x14,
  Footer: 0x15,
  HeaderFooter: 0x89c,
  Dv: 0x1be,
  HLink: 0x1b8,
  HLinkTooltip: 0x800,
  SeriesText: 0x100d,
  // Of the pivot cache.
  SXString: 0xcd,
} as const

/** Version in a BOF record (2.4.21) since Excel 97. */
export const BIFF8 = 0x600
