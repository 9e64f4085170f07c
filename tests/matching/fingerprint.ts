import { isoDate } from '../../src/base/date.ts'
import { hashOf } from '../../src/base/hash.ts'
import { areaCode } from '../../src/domain/area.ts'
import { closing } from '../../src/domain/deadline.ts'
import { stated, UNKNOWN } from '../../src/domain/fact.ts'
import type { Opportunity } from '../../src/domain/opportunity.ts'
import type { Organisation } from '../../src/domain/organisation.ts'
import { type Beneficiary, THEMES, type Theme } from '../../src/domain/theme.ts'
import { prepareCatalogue } from '../../src/matching/catalogue/catalogue.ts'
import { learntFrom } from '../../src/matching/learnt.ts'
import { judgePair } from '../../src/matching/match.ts'
import { applicantOf } from '../../src/matching/profile/applicant.ts'
import { rankingOf } from '../../src/matching/rank/rank.ts'
import { themeTopic } from '../../src/matching/topics/concepts.ts'
import {
  anOpportunity,
  anOrganisation,
  BRISTOL,
  ENGLAND,
  opportunityId,
  organisationId,
  rules,
  SOUTH_GLOUCESTERSHIRE,
  SOUTH_WEST,
} from '../support/builders.ts'

const DAYS = ['2026-06-05', '2026-06-30', '2026-06-15', '2026-09-30']
const AREAS = [BRISTOL, SOUTH_GLOUCESTERSHIRE, SOUTH_WEST, ENGLAND, areaCode('W92000004'), null]

const CALLS: readonly (readonly [title: string, summary: string])[] = [
  ['Warm welcome', 'Warm spaces, soup and company for older people through the winter.'],
  ['Lunch clubs', 'Lunch clubs and cooking together, so that nobody eats alone.'],
  ['Almshouse repairs', 'Grants to individuals in need who are resident in the parish.'],
  ['Forest school start-up', 'Children learn outdoors, in woods and on farms.'],
  ['Rivers and wetlands', 'Cleaner rivers, otters and wading birds; volunteers count species.'],
  ['Brass and voices', 'Instruments, brass bands and choirs for beginners.'],
  ['Debt advice at the surgery', 'Money advice where people see their doctor.'],
  ['Bereavement', 'Counselling for children who have lost somebody.'],
  ['Hospice at home', 'Night sitting and respite for carers.'],
  ['Community transport', 'Minibuses and volunteer drivers in villages without a bus.'],
  ['Skills for work', 'Training, apprenticeships and a first job for young people.'],
  ['Sanctuary', 'English lessons and befriending for refugees and asylum seekers.'],
  ['Safe tonight', 'Refuges and outreach after domestic abuse.'],
  ['Street to home', 'Rough sleepers: outreach, deposits and floating support.'],
  ['Recovery', 'Peer support with addiction, alcohol and drugs.'],
  ['Allotments', 'Growing food, bees and seeds on allotments and in gardens.'],
  ['Repair cafés', 'Repair, reuse and libraries of things.'],
  ['Energy at home', 'Insulation and energy advice against fuel poverty.'],
  ['Village halls', 'Roofs, ramps and heating for halls and community buildings.'],
  ['Heritage volunteers', 'Museums, archives and oral history.'],
  ['Stages', 'Theatre and dance by disabled artists.'],
  ['Swim', 'Swimming lessons for women and girls.'],
  ['Walking football', 'Sport that keeps men well after fifty.'],
  ['Digital first steps', 'Tablets and patient lessons for people who are not online.'],
  ['Night shelter kitchen', 'Catering equipment for shelters and food banks.'],
  ['Parents together', 'Playgroups and parenting courses.'],
  ['Youth voice', 'Youth clubs, youth councils and detached youth work.'],
  ['Core costs', 'Salaries and rent of small charities of any kind.'],
  ['Scholarships', 'Bursaries and prizes for students of music.'],
  ['Cylch Meithrin', 'Arian i gylchoedd chwarae Cymraeg.'],
]

const CLUBS: readonly (readonly [name: string, whatWeDo: string, whoWeHelp: string])[] = [
  ['Riverside Kitchen', 'We run a community kitchen and a lunch club.', 'Older people who live alone.'],
  ['Otter Watch', 'Volunteers survey rivers, clear litter and plant reeds.', 'Wildlife, and all of us.'],
  ['Hilltop Brass', 'A brass band that lends instruments and teaches beginners.', 'Children and adults.'],
  ['Harbour Welcome', 'Befreinding and English lessons.', 'Refugees, asylum seekers and their families.'],
  ['The Wheels', 'Minibuses for villages.', 'People who cannot drive.'],
  [
    'Second Spring',
    'Peer groups in recovery from alcohol, and a garden.',
    'People who use drugs or alcohol.',
  ],
  ['Mend It', 'A repair café each month, and a library of things.', ''],
  ['Little Acorns', 'Forest school, playgroup and parenting courses.', 'Families with young children.'],
  ['Quiet Room', 'Counselling after a death.', 'Bereaved children and carers.'],
  ['-', '', ''],
]

const THEME_NAMES = Object.keys(THEMES) as Theme[]
const GROUPS: readonly Beneficiary[] = ['anyone', 'older_people', 'children', 'refugees', 'carers']

/** Every third, fifth, and so on: labels without a thought, but always the same. */
const everyNth = <T>(list: readonly T[], at: number, most: number): T[] =>
  list.filter((_, step) => (step + at) % 7 === 0).slice(0, most)

const opportunities = (): Opportunity[] =>
  CALLS.map(([title, summary], at) => {
    const area = AREAS[at % AREAS.length] ?? null
    return anOpportunity({
      id: opportunityId(`call-${String(at).padStart(2, '0')}`),
      title,
      summary,
      description: `${summary} We pay for it in ${at % 2 ? 'rounds' : 'stages'}.`,
      themes: everyNth(THEME_NAMES, at, 2),
      beneficiaries: everyNth(GROUPS, at, 2),
      deadline: closing(isoDate(DAYS[at % DAYS.length] ?? '2026-06-30')),
      awardMin: at % 4 ? 100_000 * (at % 5) : null,
      awardMax: at % 3 ? 500_000 * (1 + (at % 6)) : null,
      rules: rules({ areas: area === null ? UNKNOWN : stated([area]) }),
    })
  })

const organisations = (): Organisation[] =>
  CLUBS.map(([name, whatWeDo, whoWeHelp], at) =>
    anOrganisation({
      id: organisationId(`club-${at}`),
      name,
      whatWeDo,
      whoWeHelp,
      areas: at % 5 === 4 ? [] : [at % 2 ? BRISTOL : SOUTH_GLOUCESTERSHIRE],
      themes: everyNth(THEME_NAMES, 3 * at, 3),
      beneficiaries: everyNth(GROUPS, at, 3),
      needMin: at % 3 ? 100_000 : null,
      needMax: at % 3 ? 400_000 * at : null,
    }),
  )

/**
 * The whole output of matching for 30 invented opportunities and 10 organisations: who gets what, in
 * units, with every part and sentence; a third of them with a taste.
 */
export function outputOfMatching(): string {
  const now = new Date('2026-06-01T12:00:00Z')
  const learnt = learntFrom(null)
  const catalogue = prepareCatalogue(learnt, opportunities())
  const ranking = rankingOf(now, catalogue)
  const lists = organisations().map((organisation, at) => {
    const taste =
      at % 3
        ? new Map<number, number>()
        : new Map([
            [themeTopic('food'), 0.6],
            [themeTopic('arts'), -0.5],
          ])
    const applicant = applicantOf(learnt, organisation, taste)
    return ranking(applicant, 20).flatMap(({ slot, units, verdict }) => {
      const opportunity = catalogue.opportunities[slot]
      if (!opportunity) return []
      const { score, parts, reasons, whyNotHigher } = judgePair(now, learnt, applicant, opportunity)
      return [{ id: opportunity.id, units, verdict, score, parts, reasons, whyNotHigher }]
    })
  })
  return JSON.stringify(lists, null, 1)
}

export const fingerprintOfMatching = (): string => hashOf(outputOfMatching())
