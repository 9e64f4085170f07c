import { describe, expect, test } from 'vitest'
import { historiesOf } from '../../../src/matching/funders/funder-history.ts'
import { withHistories } from '../../../src/matching/learnt.ts'
import { judgeFor } from '../../../src/matching/match.ts'
import { FIRST_FUNDER_KEY, kindOfKey } from '../../../src/matching/profile/label-keys.ts'
import { conceptNumber } from '../../../src/matching/topics/concepts.ts'
import { anAward, anOpportunity, anOrganisation } from '../../support/builders.ts'
import { LEARNT } from '../../support/learnt.ts'
import { NOW } from '../judged.ts'

const funder = { name: 'The Example Fund', orgId: null }
const paidFor = (...titles: readonly string[]) =>
  withHistories(
    LEARNT,
    historiesOf(titles.map((title, at) => anAward({ key: `${at}`, funder, title, purpose: '' }))),
  )
const hospice = FIRST_FUNDER_KEY + (conceptNumber('hospice') ?? -1)
const bells = FIRST_FUNDER_KEY + (conceptNumber('bell_ringing') ?? -1)

describe('what a funder has paid for', () => {
  test('is not known of one without awards', () => {
    expect(LEARNT.funderTopics(funder)).toBeNull()
    expect(paidFor('A hospice').funderTopics({ name: 'Another', orgId: null })).toBeNull()
  })
  test('has keys of its own, and length 255', () => {
    const topics = paidFor('A hospice', 'Bell ringing').funderTopics(funder)
    expect(topics?.keys).toContain(hospice)
    expect(topics?.keys).toContain(bells)
    expect(new Set([...(topics?.keys ?? [])].map(kindOfKey))).toEqual(new Set(['funder']))
    expect(Math.hypot(...(topics?.impacts ?? []))).toBeCloseTo(255, -1)
  })
  test('counts each award as much as another, however long it is', () => {
    const impactOf = (key: number, ...titles: readonly string[]) => {
      const topics = paidFor(...titles).funderTopics(funder)
      return topics?.impacts[topics.keys.indexOf(key)] ?? 0
    }
    const long = 'Hospice. Hospices. Hospice. Hospice.'
    expect(impactOf(bells, long, 'Bell ringing')).toBe(impactOf(bells, 'A hospice', 'Bell ringing'))
    expect(impactOf(bells, 'Bell ringing', 'Bell ringing', 'A hospice')).toBeGreaterThan(
      impactOf(bells, 'Bell ringing', 'A hospice', 'A hospice'),
    )
  })
})

describe('the part of it', () => {
  const call = anOpportunity({ title: 'Small grants', summary: '', description: '', funder })
  const judged = (whatWeDo: string, ...titles: readonly string[]) =>
    judgeFor(
      NOW,
      paidFor(...titles),
      anOrganisation({ name: '-', whatWeDo, whoWeHelp: '', themes: [], beneficiaries: [] }),
      call,
    )

  test('is higher for work like what it paid for, and names the nearest award', () => {
    const like = judged('A hospice at home.', 'Bell ringing in the tower', 'A hospice in the north')
    expect(like.parts.funder).toBeGreaterThan(0.5)
    expect(like.reasons.find(({ part }) => part === 'funder')?.sentence).toBe(
      'This funder has paid for work like yours: A hospice in the north by Riverside Kitchen, in 2025.',
    )
  })
  test('is 0 without a history, and for other work', () => {
    expect(judged('A hospice at home.').parts.funder).toBe(0)
    expect(judged('Bell ringing.', 'A hospice in the north').parts.funder).toBeLessThan(0.2)
  })
})
