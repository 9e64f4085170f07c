import { beforeEach, describe, expect, test } from 'vitest'
import { areasWorkedIn } from '../../src/actions/places/areas-worked-in.ts'
import type { Instant } from '../../src/base/date.ts'
import { putOrganisations } from '../../src/db/organisations.ts'
import { listPlaceFiles } from '../../src/db/place-files.ts'
import { hasPostcodes, listPostcodes, listTouched } from '../../src/db/postcodes.ts'
import {
  hasWards,
  listNeighbourhoods,
  listWards,
  listWardsBeginning,
  listWardsNamed,
} from '../../src/db/wards.ts'
import type { Runtime } from '../../src/runtime.ts'
import {
  anOrganisation,
  BRISTOL,
  organisationId,
  SOUTH_GLOUCESTERSHIRE,
  SOUTH_WEST,
} from '../support/builders.ts'
import { databases } from '../support/databases.ts'
import { POSTCODES, takePostcodes, takeWards, WARDS } from '../support/places.ts'
import { aRuntime } from '../support/runtime.ts'

describe.for(databases)('importing places into %s', ([, open]) => {
  let runtime: Runtime
  beforeEach(async () => {
    runtime = aRuntime({ db: await open() })
  })
  const found = async (...postcodes: string[]) =>
    [...(await listPostcodes(runtime.db, postcodes)).keys()].sort()

  test('the whole directory comes in, and what is in no council is counted', async () => {
    expect(await hasPostcodes(runtime.db)).toBe(false)
    expect(await takePostcodes(runtime)).toMatchObject({ rows: 6, added: 5, nowhere: 1, refusedCount: 0 })
    expect(await hasPostcodes(runtime.db)).toBe(true)
    expect((await listPostcodes(runtime.db, ['BS349ZZ'])).get('BS349ZZ')).toEqual({
      postcode: 'BS349ZZ',
      authority: SOUTH_GLOUCESTERSHIRE,
      ward: 'E05011952',
      neighbourhood: 'E01014903',
      endedIn: '2015-03',
      edition: 'May 2026',
    })
    expect(await listPlaceFiles(runtime.db)).toEqual([
      { kind: 'postcodes', edition: 'May 2026', name: 'ONS_MAY_2026.csv', licence: 'OGL-UK-3.0' },
    ])
  })

  test('only those of the chosen areas come in, by council or by what lies around it', async () => {
    expect(await takePostcodes(runtime, POSTCODES, [BRISTOL])).toMatchObject({ added: 2, elsewhere: 3 })
    expect(await found('BS348AB', 'BS34AB')).toEqual(['BS34AB'])
    expect(await takePostcodes(runtime, POSTCODES, [SOUTH_WEST])).toMatchObject({ added: 3, unchanged: 2 })
  })

  test('the same file again changes nothing, and a moved postcode changes', async () => {
    await takePostcodes(runtime)
    expect(await takePostcodes(runtime)).toMatchObject({ added: 0, changed: 0, unchanged: 5 })
    const moved = POSTCODES.replace('BS3 4AB,,E06000023,E05010885', 'BS3 4AB,,E06000025,E05011950')
    expect(await takePostcodes(runtime, moved)).toMatchObject({ changed: 1, unchanged: 4 })
    expect((await listPostcodes(runtime.db, ['BS34AB'])).get('BS34AB')?.authority).toBe(SOUTH_GLOUCESTERSHIRE)
  })

  test('bad rows are counted with line and reason, and the others come in', async () => {
    const text = `${POSTCODES}BS,,E06000025,,\nBS34 1AA,,E06999998,,\nBS34 1AB\nBS34 1AC,,E06000025,,\n`
    const report = await takePostcodes(runtime, text)
    expect(report).toMatchObject({ rows: 10, added: 6, refusedCount: 3 })
    expect(report.refused).toEqual([
      { line: 8, name: 'BS', faults: ['"BS" is not a postcode'] },
      { line: 9, name: 'BS34 1AA', faults: ['"E06999998" is not the code of a council that we know'] },
      { line: 10, name: 'BS34 1AB', faults: ['The row has 1 cells where the headings have 5'] },
    ])
  })

  test('more rows than one commit takes all come in', async () => {
    const rows = Array.from({ length: 4_500 }, (_, i) => {
      const letters = `${'ABDEFGHJLN'[Math.floor(i / 10) % 10]}${'ABDEFGHJLN'[i % 10]}`
      return `BS${1 + Math.floor(i / 1_000)} ${Math.floor(i / 100) % 10}${letters},,E06000023,E05010885,`
    })
    const report = await takePostcodes(runtime, `pcds,doterm,laua,ward,lsoa21\n${rows.join('\n')}`)
    expect(report).toMatchObject({ rows: 4_500, added: 4_500, refusedCount: 0 })
    expect(await found('BS10AA', 'BS59NN', 'BS54NN')).toEqual(['BS10AA', 'BS54NN'])
  })

  test('a file of another kind is refused and says what is missing', async () => {
    await expect(takePostcodes(runtime, 'name,pcds\nx,y')).rejects.toThrow(
      'ONS_MAY_2026.csv has no column for the council: is it the ONS Postcode Directory',
    )
    await expect(takePostcodes(runtime, '')).rejects.toThrow('ONS_MAY_2026.csv is empty')
    await expect(takeWards(runtime, POSTCODES)).rejects.toThrow('no column for the name of the ward')
    expect(await listPlaceFiles(runtime.db)).toEqual([])
  })

  test('a first half of a postcode touches the wards of those in use, and no longer one of them', async () => {
    await takePostcodes(runtime)
    expect(await listTouched(runtime.db, 'BS34')).toEqual([
      { authority: SOUTH_GLOUCESTERSHIRE, ward: 'E05011950' },
      { authority: SOUTH_GLOUCESTERSHIRE, ward: 'E05011951' },
    ])
    expect(await listTouched(runtime.db, 'BS3')).toEqual([{ authority: BRISTOL, ward: 'E05010885' }])
    expect(await listTouched(runtime.db, 'BS2')).toEqual([{ authority: BRISTOL, ward: null }])
    expect(await listTouched(runtime.db, 'BS4')).toEqual([])
  })

  test('wards are found by code, by name and by how a name begins', async () => {
    expect(await hasWards(runtime.db)).toBe(false)
    expect(await takeWards(runtime)).toMatchObject({ rows: 5, added: 5, refusedCount: 0 })
    expect(await hasWards(runtime.db)).toBe(true)
    expect((await listWards(runtime.db, ['E05011950', 'E05000000'])).get('E05011950')).toMatchObject({
      name: 'Filton',
      authority: SOUTH_GLOUCESTERSHIRE,
      edition: 'May 2026',
    })
    const codes = (wards: readonly { code: string }[]) => wards.map(({ code }) => code)
    expect(codes(await listWardsNamed(runtime.db, ['southmead', 'FILTON']))).toEqual([
      'E05011950',
      'E05010911',
      'E05011952',
    ])
    expect(codes(await listWardsBeginning(runtime.db, 'South', 1))).toEqual(['E05010911'])
    expect(codes(await listWardsBeginning(runtime.db, 'Patchway con', 9))).toEqual(['E05011951'])
  })

  test('a ward that was renamed changes, and neighbourhoods come with their names', async () => {
    await takeWards(runtime)
    expect(await takeWards(runtime)).toMatchObject({ unchanged: 5 })
    expect(await takeWards(runtime, WARDS.replace('Ashley', 'Ashley Down'))).toMatchObject({ changed: 1 })
    const list =
      'LSOA21CD,LSOA21NM,WD26CD,WD26NM,LAD26CD\nE01014901,South Gloucestershire 019A,E05011950,Filton,E06000025'
    expect(await takeWards(runtime, list)).toMatchObject({ rows: 1, added: 1, unchanged: 1 })
    expect((await listNeighbourhoods(runtime.db, ['E01014901'])).get('E01014901')?.name).toBe(
      'South Gloucestershire 019A',
    )
  })

  test('organisations say which councils matter, and a region says nothing of that', async () => {
    expect(await areasWorkedIn(runtime)).toEqual([])
    const at = '2026-06-01T12:00:00.000Z' as Instant
    const organisations = [
      anOrganisation({ id: organisationId('a'), reference: 'a', areas: [BRISTOL, SOUTH_WEST] }),
      anOrganisation({ id: organisationId('b'), reference: 'b', areas: [BRISTOL, SOUTH_GLOUCESTERSHIRE] }),
    ]
    await runtime.db.commit(putOrganisations(runtime.db, at, organisations))
    expect(await areasWorkedIn(runtime)).toEqual([BRISTOL, SOUTH_GLOUCESTERSHIRE])
  })
})
