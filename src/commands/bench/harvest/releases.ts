import { addDays, type IsoDate } from '../../../base/date.ts'
import { chanceOf } from '../../soak/chance.ts'
import { BENCH_DAY } from '../data/opportunities.ts'
import type { Vocabulary } from '../data/vocabulary.ts'
import { writeText } from '../data/write-text.ts'

/** A part of a release, as JSON. */
type Json = Readonly<Record<string, unknown>>

/** About as many as a notice of Contracts Finder has. */
const WORDS = 85
const OFFICE = 'https://notices.example'

/** Invented calls for bids by number, in the shape in which Contracts Finder publishes them. */
export function releasesFrom(seed: number, vocabulary: Vocabulary): (number: number) => Json {
  return (number) => {
    const chance = chanceOf(Math.imul(seed, 0x9e3779b1) ^ (2 * number + 1))
    const about = Array.from({ length: 4 }, () => chance.upTo(vocabulary.concepts))
    const id = `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`
    const closesOn = addDays(BENCH_DAY, 1 + chance.upTo(120))
    const council = `${vocabulary.ordinaryWord(chance)} Council`
    const buyer = { id: `GB-CFS-${100_000 + chance.upTo(500)}`, name: council }
    const says = writeText(vocabulary, chance, about, WORDS)
    return {
      ocid: `ocds-bench-${id}`,
      id: `${id}-${700_000 + number}`,
      language: 'en',
      date: `${BENCH_DAY}T09:00:00+01:00`,
      tag: ['tender'],
      initiationType: 'tender',
      tender: {
        id: `REF-${number}`,
        title: `${vocabulary.phrase(chance, about[0] ?? 0)} ${vocabulary.ordinaryWord(chance)} ${number}`,
        description: `${says}\r\n\r\nBids of up to £${1 + chance.upTo(90)}0,000 must reach us by noon on the closing date.`,
        datePublished: `${BENCH_DAY}T09:00:00+01:00`,
        status: 'active',
        classification: { scheme: 'CPV', id: '85300000', description: 'Social work and related services' },
        items: [{ id: '1', deliveryAddresses: [{ region: 'South West', countryName: 'United Kingdom' }] }],
        value: { amount: 10_000 * (1 + chance.upTo(50)), currency: 'GBP' },
        procurementMethod: 'open',
        procurementMethodDetails: 'Open procedure (below threshold)',
        tenderPeriod: { endDate: `${closesOn}T12:00:00+01:00` },
        contractPeriod: periodFrom(closesOn),
        suitability: { sme: true, vcse: true },
        mainProcurementCategory: 'services',
        documents: [
          {
            id: '1',
            documentType: 'tenderNotice',
            description: 'The notice',
            url: `${OFFICE}/Notice/${id}`,
            datePublished: `${BENCH_DAY}T09:00:00+01:00`,
            format: 'text/html',
            language: 'en',
          },
        ],
      },
      parties: [
        {
          ...buyer,
          identifier: { legalName: council },
          address: { streetAddress: '1 High Street', locality: 'Town', postalCode: 'ZZ1 1ZZ' },
          contactPoint: {
            name: 'Jane Smith',
            email: 'jane.smith@council.example',
            telephone: '0117 496 0123',
          },
          details: { url: 'https://council.example' },
          roles: ['buyer'],
        },
      ],
      buyer,
    }
  }
}

const periodFrom = (day: IsoDate) => ({
  startDate: `${addDays(day, 60)}T00:00:00+01:00`,
  endDate: `${addDays(day, 790)}T23:59:59+01:00`,
})
