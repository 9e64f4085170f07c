import { beforeEach, describe, expect, test } from 'vitest'
import { addByHand } from '../../src/actions/opportunities/by-hand/add.ts'
import { changeByHand } from '../../src/actions/opportunities/by-hand/change.ts'
import { foundInWords } from '../../src/actions/opportunities/by-hand/found-in-words.ts'
import { storePage } from '../../src/actions/opportunities/store-page.ts'
import { importOrganisations } from '../../src/actions/organisations/import.ts'
import { readOrganisationList } from '../../src/actions/organisations/read-list.ts'
import { locatePostcode } from '../../src/actions/places/locate-postcode.ts'
import { lookUpAreas } from '../../src/actions/places/look-up.ts'
import { type Instant, isoDate } from '../../src/base/date.ts'
import { findOpportunity, listCurrentOpportunities } from '../../src/db/opportunities.ts'
import { putOpportunities } from '../../src/db/opportunity-versions.ts'
import { listOrganisations } from '../../src/db/organisations.ts'
import type { AreaCode } from '../../src/domain/area.ts'
import { factValue, inferred, stated } from '../../src/domain/fact.ts'
import { formOf } from '../../src/domain/hand-form-of.ts'
import { type Opportunity, opportunityId } from '../../src/domain/opportunity.ts'
import type { Runtime } from '../../src/runtime.ts'
import { openSource } from '../../src/sources/index.ts'
import {
  aContent,
  anOpportunity,
  aSource,
  BRISTOL,
  FILTON,
  rules,
  SOUTH_GLOUCESTERSHIRE,
  UNPLACED_FILTON,
} from '../support/builders.ts'
import { databases } from '../support/databases.ts'
import { takePostcodes, takeWards, WARDS } from '../support/places.ts'
import { aRuntime } from '../support/runtime.ts'

const PATCHWAY = 'E05011951@E06000025:Patchway Coniston'
const AT = '2026-06-01T05:00:00.000Z' as Instant

describe.for(databases)('wards in %s', ([, open]) => {
  let runtime: Runtime
  beforeEach(async () => {
    runtime = aRuntime({ db: await open() })
  })
  const take = (...areas: readonly string[]) => {
    const rows = areas.map((area, at) => `r${at},Organisation ${at},"${area}"`)
    const bytes = new TextEncoder().encode(['reference,name,areas', ...rows].join('\n'))
    return importOrganisations(runtime, readOrganisationList(bytes, 'list.csv'))
  }
  const works = async () =>
    (await listOrganisations(runtime.db, { after: null, limit: 100 })).items.map(({ areas }) => areas)

  test('an organisation works in a ward by code, by name, or by name and council', async () => {
    await takeWards(runtime)
    const report = await take('E05011950', 'Filton ward', 'Filton, South Glos', 'Bristol; Southmead ward')
    expect(report).toMatchObject({ added: 4, refused: [] })
    expect(await works()).toEqual([
      [FILTON],
      [FILTON],
      [FILTON],
      ['E06000023', 'E05010911@E06000023:Southmead'],
    ])
  })

  test('a name of several wards, or of none, is asked about', async () => {
    await takeWards(runtime)
    const { refused } = await take('Southmead ward', 'Nowhere ward')
    expect(refused.map(({ faults }) => faults)).toEqual([
      [
        'areas: "Southmead ward" is not an area we know, by GSS code or name. Did you mean Southmead ward (Bristol) or Southmead ward (South Gloucestershire)?',
      ],
      [
        'areas: "Nowhere ward" is not an area we know, by GSS code or name. Wards are known once a file of them is imported',
      ],
    ])
  })

  test('a code is kept as it is until a file tells where it lies, and follows a new name', async () => {
    await take('E05011950', 'South Glos')
    expect(await works()).toEqual([[UNPLACED_FILTON], [SOUTH_GLOUCESTERSHIRE]])
    await takeWards(runtime)
    expect(await works()).toEqual([[FILTON], [SOUTH_GLOUCESTERSHIRE]])
    await takeWards(runtime, WARDS.replace('Filton', 'Filton and Airfield'))
    expect(await works()).toEqual([['E05011950@E06000025:Filton and Airfield'], [SOUTH_GLOUCESTERSHIRE]])
  })

  test('an organisation has its address where its postcode is, and still works nowhere that we know', async () => {
    const list =
      'reference,name,areas,postcode\na,A,,bs34 8ab\nb,B,,BS2 8QN\nc,C,,BS34 1XX\nd,D,Bristol,BS348AB\ne,E,,'
    const bring = () =>
      importOrganisations(runtime, readOrganisationList(new TextEncoder().encode(list), 'list.csv'))
    const based = async () =>
      (await listOrganisations(runtime.db, { after: null, limit: 9 })).items.map((it) => [
        it.areas,
        it.basedIn,
      ])
    await bring()
    expect(await based()).toEqual([
      [[], null],
      [[], null],
      [[], null],
      [['E06000023'], null],
      [[], null],
    ])
    await takePostcodes(runtime)
    await takeWards(runtime)
    const known = [
      [[], FILTON],
      [[], 'E06000023'],
      [[], null],
      [['E06000023'], FILTON],
      [[], null],
    ]
    expect(await based()).toEqual(known)
    expect(await bring()).toMatchObject({ unchanged: 5 })
    expect(await based()).toEqual(known)
  })

  test('a call for a ward is placed when it is stored, and again when a file comes later', async () => {
    const harvest = async () => {
      const content = aContent({ rules: rules({ areas: stated([UNPLACED_FILTON]) }) })
      const reading = { outcome: 'opportunity', key: '1', revision: '1', releasedAt: AT, content } as const
      const { statements } = await storePage(runtime, aSource(), [{ text: '', reading }])
      await runtime.db.commit(statements)
      const [opportunity] = await listCurrentOpportunities(runtime.db, AT)
      return opportunity && factValue(opportunity.rules.areas)
    }
    expect(await harvest()).toEqual([UNPLACED_FILTON])
    await takeWards(runtime)
    expect(await harvest()).toEqual([FILTON])
    expect(await harvest()).toEqual([FILTON])
  })

  test('calls that are not over are placed when a file comes, without a harvest, and nobody is told', async () => {
    const call = (id: string, over: Partial<Opportunity> = {}) =>
      anOpportunity({ id: opportunityId(id), rules: rules({ areas: stated([UNPLACED_FILTON]) }), ...over })
    const calls = [
      ...Array.from({ length: 101 }, (_, at) => call(`a${at}`)),
      call('over', { ended: 'withdrawn' }),
      call('elsewhere', { rules: rules({ areas: stated([BRISTOL]) }) }),
      call('around', {
        rules: rules({ beneficiaryAreas: inferred([SOUTH_GLOUCESTERSHIRE], 'Filton ward, South Glos') }),
      }),
    ]
    await runtime.db.commit(
      putOpportunities(
        runtime.db,
        calls.map((opportunity) => ({ opportunity, changed: [], revision: 'r' })),
      ),
    )
    await takeWards(runtime)
    const stored = async (id: string) => {
      const one = await findOpportunity(runtime.db, opportunityId(id))
      return [one && factValue(one.rules.areas), one?.version, one?.materialVersion]
    }
    expect(await stored('a0')).toEqual([[FILTON], 2, 1])
    expect(await stored('a100')).toEqual([[FILTON], 2, 1])
    expect(await stored('over')).toEqual([[UNPLACED_FILTON], 1, 1])
    expect(await stored('elsewhere')).toEqual([[BRISTOL], 1, 1])
    const around = await findOpportunity(runtime.db, opportunityId('around'))
    expect(around?.rules.beneficiaryAreas).toEqual(stated([FILTON]))
    await takeWards(runtime)
    expect(await stored('a0')).toEqual([[FILTON], 2, 1])
    await takeWards(runtime, WARDS.replace('Filton', 'Filton and Airfield'))
    expect(await stored('a0')).toEqual([['E05011950@E06000025:Filton and Airfield'], 3, 1])
  })

  test('what was added by hand is placed when it is stored, and when a file comes later', async () => {
    const found = foundInWords('', isoDate('2026-06-01'))
    const form = {
      ...formOf(found, runtime.now()),
      title: 'Kitchens',
      funder: 'The Fund',
      link: 'https://fund.example/kitchens',
      summary: 'Pays for kitchens.',
      deadline: 'rolling' as const,
      areas: 'E05011950',
    }
    const areas = async () => {
      const one = await findOpportunity(runtime.db, opportunityId('new'))
      return one && factValue(one.rules.areas)
    }
    await addByHand(runtime, { form, found, words: '', id: 'new', isAnother: false })
    expect(await areas()).toEqual([UNPLACED_FILTON])
    await takeWards(runtime)
    expect(await areas()).toEqual([FILTON])
    // The form came before the file did.
    await changeByHand(runtime, 'new', 2, { form: { ...form, title: 'Ovens' }, isAnother: false })
    expect(await areas()).toEqual([FILTON])
  })

  test.for([
    ['BS34', [BRISTOL, SOUTH_GLOUCESTERSHIRE], [FILTON, PATCHWAY], 'inferred'],
    ['GL10', ['K02000001'], ['K02000001'], 'inferred'],
    ['Filton ward, South Glos', [SOUTH_GLOUCESTERSHIRE], [FILTON], 'stated'],
    ['Filton ward (South Glos); Bristol', [SOUTH_GLOUCESTERSHIRE, BRISTOL], [BRISTOL, FILTON], 'stated'],
    ['Nowhere ward, South Glos', [SOUTH_GLOUCESTERSHIRE], [SOUTH_GLOUCESTERSHIRE], 'inferred'],
  ] as const)('a list of calls for %s is narrowed when files come', async ([areas, before, after, basis]) => {
    const source = aSource({ id: 'list', connector: 'file', url: 'https://fund.example/list.json' })
    const row = { key: 'a', title: 'Kitchens', funder: 'The Fund', url: 'https://fund.example/a', areas }
    const harvest = async () => {
      const reading = openSource(source).read({ row, line: 1, fault: null, readAt: AT })
      const { statements } = await storePage(runtime, source, [{ text: '', reading }])
      await runtime.db.commit(statements)
      return (await listCurrentOpportunities(runtime.db, AT))[0]?.rules.areas
    }
    const first = await harvest()
    expect(first?.basis).toBe('inferred')
    expect(first && factValue(first)).toEqual(expect.arrayContaining([...before]))
    await takeWards(runtime)
    await takePostcodes(runtime)
    const second = await harvest()
    expect(second?.basis).toBe(basis)
    expect(second && factValue(second)).toEqual(after)
    expect(await harvest()).toEqual(second)
  })

  test('a look-up finds wards by name, and is sure only where one is meant', async () => {
    await takeWards(runtime)
    const found = async (text: string) => {
      const { items, exact } = await lookUpAreas(runtime.db, text, 5)
      return { first: items[0]?.code, exact: exact?.code ?? null }
    }
    expect(await found('filton ward')).toEqual({ first: FILTON, exact: FILTON })
    expect(await found('Filton')).toEqual({ first: FILTON, exact: null })
    expect((await lookUpAreas(runtime.db, 'Patchw', 5)).items.map(({ name }) => name)).toContain(
      'Patchway Coniston',
    )
    expect(await found('South Glos')).toMatchObject({ exact: SOUTH_GLOUCESTERSHIRE })
  })

  test('a postcode is in its ward, or in its council where no ward is told', async () => {
    await expect(locatePostcode(runtime.db, 'BS34 8AB')).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('No postcodes have been imported yet'),
    })
    await takePostcodes(runtime)
    expect((await locatePostcode(runtime.db, 'bs348ab')).area.code).toBe('E05011950@E06000025:' as AreaCode)
    await takeWards(runtime)
    expect((await locatePostcode(runtime.db, 'BS34 8AB')).area.code).toBe(FILTON)
    expect((await locatePostcode(runtime.db, 'BS2 8QN')).area.code).toBe('E06000023')
    await expect(locatePostcode(runtime.db, 'BS34 1XX')).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('BS34 1XX is not among the postcodes'),
    })
    await expect(locatePostcode(runtime.db, 'BS34')).rejects.toMatchObject({ code: 'invalid' })
  })
})
