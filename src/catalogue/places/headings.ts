/** What is read from files of the Office for National Statistics. */
export type PlaceField =
  | 'postcode'
  | 'ended'
  | 'authority'
  | 'ward'
  | 'wardName'
  | 'neighbourhood'
  | 'neighbourhoodName'

/** The headings of each, best first: they change with the edition, `laua`, `oslaua`, `lad25cd`. */
const HEADINGS: Readonly<Record<PlaceField, readonly RegExp[]>> = {
  postcode: [/^pcds$/, /^pcd8$/, /^pcd7$/, /^pcd2$/, /^pcd$/, /^postcode$/],
  ended: [/^doterm$/],
  authority: [/^lad\d{0,2}cd$/, /^oslaua$/, /^laua$/],
  ward: [/^wd\d{0,2}cd$/, /^osward$/, /^ward$/],
  wardName: [/^wd\d{0,2}nm$/],
  neighbourhood: [/^lsoa21(cd)?$/, /^lsoa11(cd)?$/, /^lsoacd$/],
  neighbourhoodName: [/^lsoa21nm$/, /^lsoa11nm$/, /^lsoanm$/],
}

/** In words, for those who brought the file. */
export const FIELD_WORDS: Readonly<Record<PlaceField, string>> = {
  postcode: 'postcode',
  ended: 'month of ending',
  authority: 'council',
  ward: 'ward',
  wardName: 'name of the ward',
  neighbourhood: 'neighbourhood (LSOA)',
  neighbourhoodName: 'name of the neighbourhood',
}

/** Where a field stands in the rows of a file. */
export interface PlaceColumn {
  readonly field: PlaceField
  /** As the file writes it. */
  readonly heading: string
  /** From 0. */
  readonly at: number
}

/** The columns that hold the fields, in the order of the fields; a field without a column is left out. */
export function placeColumns(
  headings: readonly string[],
  fields: readonly PlaceField[],
): readonly PlaceColumn[] {
  const names = headings.map((heading) => heading.trim().toLowerCase())
  return fields.flatMap((field) => {
    const at = HEADINGS[field].reduce(
      (found, pattern) => (found === -1 ? names.findIndex((name) => pattern.test(name)) : found),
      -1,
    )
    const heading = headings[at]
    return heading === undefined ? [] : [{ field, heading, at }]
  })
}

export type PlaceCells = Readonly<Partial<Record<PlaceField, string>>>

export const placeCells = (columns: readonly PlaceColumn[], cells: readonly string[]): PlaceCells =>
  Object.fromEntries(columns.map(({ field, at }) => [field, cells[at] ?? '']))

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/**
 * The edition that the name of a file tells, as the ONS names its files.
 *
 * @returns null when the name has no year
 * @example editionNamed('ONSPD_MAY_2026_UK.csv') // 'May 2026'
 */
export function editionNamed(fileName: string): string | null {
  const words = fileName.split(/[^a-z0-9]+/i)
  const at = words.findIndex((word) => /^20\d\d$/.test(word))
  const before = (words[at - 1] ?? '').toLowerCase()
  const month = before.length < 3 ? undefined : MONTHS.find((name) => name.toLowerCase().startsWith(before))
  if (at === -1) return null
  return month === undefined ? (words[at] ?? null) : `${month} ${words[at]}`
}
