import { crc32, deflateRawSync } from 'node:zlib'

/** A zip archive of these files. @param declared - what it says of the unpacked size of each, when that is not so */
export function zipOf(
  files: Readonly<Record<string, string>>,
  declared: number | null = null,
): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const [path, text] of Object.entries(files)) {
    const name = Buffer.from(path)
    const raw = Buffer.from(text)
    const packed = deflateRawSync(raw)
    const sizes = Buffer.alloc(20)
    sizes.writeUInt16LE(20, 0)
    sizes.writeUInt16LE(8, 4)
    sizes.writeUInt32LE(crc32(raw), 10)
    sizes.writeUInt32LE(packed.length, 14)
    const tail = Buffer.alloc(8)
    tail.writeUInt32LE(declared ?? raw.length, 0)
    tail.writeUInt16LE(name.length, 4)
    const head = Buffer.concat([sizes.subarray(0, 18), tail])
    parts.push(mark(0x04034b50), head, name, packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    entries.push(mark(0x02014b50), Buffer.from([20, 0]), head, rest.subarray(0, 14), name)
    offset += 4 + head.length + name.length + packed.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(Object.keys(files).length, 4)
  end.writeUInt16LE(Object.keys(files).length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Uint8Array.from(Buffer.concat([...parts, directory, mark(0x06054b50), end]))
}

function mark(signature: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(signature)
  return bytes
}

/** A day, which a workbook keeps as a number with a style. */
export interface DayCell {
  readonly serial: number
}

/** The files of an Excel workbook with one sheet; a text is kept in the sheet itself. */
export function workbookFiles(rows: readonly (readonly (string | number | DayCell)[])[]) {
  const column = (at: number) => String.fromCharCode(65 + at)
  const cell = (value: string | number | DayCell, at: string) => {
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
    if (typeof value === 'object') return `<c r="${at}" s="1"><v>${value.serial}</v></c>`
    return `<c r="${at}" t="inlineStr"><is><t>${value.replaceAll('&', '&amp;')}</t></is></c>`
  }
  const sheet = rows.map((row, y) => {
    const cells = row.map((value, x) => cell(value, `${column(x)}${y + 1}`))
    return `<row r="${y + 1}">${cells.join('')}</row>`
  })
  const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>',
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><sheets><sheet name="grants" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${spreadsheet}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${spreadsheet}"><sheetData>${sheet.join('')}</sheetData></worksheet>`,
  }
}
