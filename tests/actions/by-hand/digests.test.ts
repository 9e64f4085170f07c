import { describe, expect, test } from 'vitest'
import { sendDigests } from '../../../src/actions/digests/send-digests.ts'
import { addByHand } from '../../../src/actions/opportunities/by-hand/add.ts'
import { changeByHand } from '../../../src/actions/opportunities/by-hand/change.ts'
import { foundInWords } from '../../../src/actions/opportunities/by-hand/found-in-words.ts'
import { withdrawByHand } from '../../../src/actions/opportunities/by-hand/withdraw.ts'
import { matchOrganisations } from '../../../src/actions/organisations/match-organisations.ts'
import { type Instant, isoDate } from '../../../src/base/date.ts'
import { putOrganisations } from '../../../src/db/organisations.ts'
import type { Mail } from '../../../src/domain/digest.ts'
import { formOf } from '../../../src/domain/hand-form-of.ts'
import { anOrganisation } from '../../support/builders.ts'
import { databases } from '../../support/databases.ts'
import { aRuntime } from '../../support/runtime.ts'

const WORDS =
  'Grants of £500 to £5,000 are available for community kitchens. The deadline for applications is noon on 30 September 2026. Projects must take place in South Gloucestershire.'

describe.for(databases)('digests of what was added by hand on %s', ([, open]) => {
  test('it is told when it is new, when its deadline moves, and when it is withdrawn, with the reason', async () => {
    const db = await open()
    const mails: Mail[] = []
    let day = 1
    let ms = 0
    const runtime = aRuntime({
      db,
      now: () => {
        ms += 1
        return new Date(Date.UTC(2026, 5, day, 12) + ms)
      },
      newId: () => crypto.randomUUID(),
      mail: async (mail) => {
        mails.push(mail)
      },
    })
    const tell = async () => {
      await matchOrganisations(runtime)
      await sendDigests(runtime, { again: false })
      day += 1
      return mails.at(-1)?.text ?? ''
    }
    await db.commit(putOrganisations(db, '2026-06-01T00:00:00.000Z' as Instant, [anOrganisation()]))

    const found = foundInWords(WORDS, isoDate('2026-06-01'))
    const form = {
      ...formOf(found, runtime.now()),
      title: 'Kitchens',
      funder: 'The Example Fund',
      link: 'https://fund.example/kitchens',
      summary: 'Pays for a community kitchen and lunch club.',
    }
    await addByHand(runtime, { form, found, words: WORDS, id: 'new', isAnother: false })
    expect(await tell()).toContain('Kitchens')

    await changeByHand(runtime, 'new', 1, {
      form: { ...form, month: '10', day: '1' },
      isAnother: false,
    })
    const moved = await tell()
    expect(mails).toHaveLength(2)
    expect(moved).toMatch(/30 September 2026 at midday[\s\S]*1 October 2026 at midday/)

    await withdrawByHand(runtime, 'new', 'The fund has closed')
    const gone = await tell()
    expect(mails).toHaveLength(3)
    expect(gone).toContain('Withdrawn: The fund has closed')
  })
})
