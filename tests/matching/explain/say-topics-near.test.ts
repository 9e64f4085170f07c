import { expect, test } from 'vitest'
import { judgeFor } from '../../../src/matching/match.ts'
import { anOpportunity, anOrganisation } from '../../support/builders.ts'
import { LEARNT } from '../../support/learnt.ts'

const NOW = new Date('2026-06-01T12:00:00Z')
const said = (whatWeDo: string, title: string) =>
  judgeFor(
    NOW,
    LEARNT,
    anOrganisation({ name: '-', whatWeDo, whoWeHelp: '' }),
    anOpportunity({ title, summary: '', description: '' }),
  ).reasons.find(({ part }) => part === 'topics')?.sentence

test('a word that is near to a concept only as a part of the other side’s phrase is no reason', () => {
  expect(said('Table tennis.', 'A place at the table')).toBeUndefined()
})

test('what both sides name is said of both', () => {
  expect(said('Befriending pensioners.', 'Older people at home')).toMatch(/^Both .*older people/)
})
