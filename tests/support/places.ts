import { importPostcodes } from '../../src/actions/places/import-postcodes.ts'
import { importWards } from '../../src/actions/places/import-wards.ts'
import type { AreaCode } from '../../src/domain/area.ts'
import type { Runtime } from '../../src/runtime.ts'

/** Three wards of South Gloucestershire and two of Bristol; there are two by the name of Southmead. */
export const WARDS = `WD26CD,WD26NM,LAD26CD,LAD26NM
E05011950,Filton,E06000025,South Gloucestershire
E05011951,Patchway Coniston,E06000025,South Gloucestershire
E05011952,Southmead,E06000025,South Gloucestershire
E05010911,Southmead,E06000023,"Bristol, City of"
E05010885,Ashley,E06000023,"Bristol, City of"
`

/** BS3 and BS34 begin alike; one postcode is no longer in use, one has no ward, one is on an island. */
export const POSTCODES = `pcds,doterm,lad26cd,wd26cd,lsoa21cd
BS34 8AB,,E06000025,E05011950,E01014901
BS34 5AA,,E06000025,E05011951,E01014902
BS34 9ZZ,201503,E06000025,E05011952,E01014903
BS3 4AB,,E06000023,E05010885,E01014504
BS2 8QN,,E06000023,,
GY1 1AA,,L99999999,L99999999,L99999999
`

/** The bytes in small pieces, so that rows are cut anywhere. */
export async function* openedText(text: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += 50) yield bytes.subarray(at, at + 50)
}

export const FILE = { name: 'ONS_MAY_2026.csv', edition: 'May 2026', licence: 'OGL-UK-3.0' }

type Lent = Pick<Runtime, 'db' | 'now' | 'progress'>

export const takeWards = (runtime: Lent, text = WARDS) => importWards(runtime, openedText(text), FILE)

export const takePostcodes = (runtime: Lent, text = POSTCODES, areas: readonly AreaCode[] | null = null) =>
  importPostcodes(runtime, openedText(text), FILE, areas)
