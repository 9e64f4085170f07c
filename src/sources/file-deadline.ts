import * as z from 'zod'
import { addDays, LONDON, localTime } from '../base/date.ts'
import { withoutPersons } from '../base/personal-data.ts'
import { Deadline, type Round } from '../domain/deadline.ts'
import { BadCell, dayCell, dayFrom, textCell, timeCell, timeFrom } from './file-cells.ts'
import type { Row } from './file-columns.ts'
import { wordCell } from './file-words.ts'

const KINDS = Deadline.shape.kind

/** The deadline of a row. Its kind is `fixed` when it has a closing day, else `unknown`, unless stated. */
export function readFileDeadline(row: Row): Deadline {
  const rounds = roundsCell(row) ?? oneRound(row)
  const closes = rounds.some(({ closesOn }) => closesOn !== null)
  const kind = wordCell(row, 'deadline', KINDS) ?? (closes ? 'fixed' : 'unknown')
  if (kind === 'fixed' && !closes) throw new BadCell('deadline', 'is fixed, but no closing date is given')
  if (closes && (kind === 'rolling' || kind === 'unknown')) {
    throw new BadCell('deadline', `is ${kind}, but a closing date is given`)
  }
  const note = textCell(row, 'deadline_note')
  return { kind, zone: LONDON, rounds, note: note === null ? null : withoutPersons(note) }
}

function oneRound(row: Row): readonly Round[] {
  const round = {
    opensOn: dayCell(row, 'opens_on'),
    closesOn: dayCell(row, 'closes_on'),
    closesTime: timeCell(row, 'closes_time'),
  }
  if (round.closesTime !== null && round.closesOn === null) {
    throw new BadCell('closes_time', 'is given without closes_on')
  }
  if (round.opensOn === null && round.closesOn === null) return []
  return [checked(round, 'closes_on')]
}

/** Null when there are none; in order of time. */
function roundsCell(row: Row): readonly Round[] | null {
  const value = row.rounds ?? ''
  const rounds = Array.isArray(value)
    ? value.map(roundFromJson)
    : (textCell(row, 'rounds') ?? '')
        .split(';')
        .filter((text) => text.trim() !== '')
        .map(roundFromText)
  if (rounds.length === 0) return null
  if (row.closes_on || row.opens_on || row.closes_time) {
    throw new BadCell('rounds', 'is given together with opens_on, closes_on or closes_time')
  }
  return rounds.sort((a, b) => ((a.closesOn ?? '9') < (b.closesOn ?? '9') ? -1 : 1))
}

/** `2026-01-05..2026-03-01 12:00`; the opening day and the time may be left out. */
function roundFromText(text: string): Round {
  const [before = '', after] = text.trim().split('..')
  const end = (after ?? before).trim()
  const [, day = end, time = null] = /^(.*\S)\s+(\d{1,2}:\d{2})$/.exec(end) ?? []
  return checked(
    {
      opensOn: after === undefined ? null : dayFrom(before.trim(), 'rounds'),
      closesOn: dayFrom(day, 'rounds'),
      closesTime: time === null ? null : timeFrom(time, 'rounds'),
    },
    'rounds',
  )
}

const RoundJson = z.strictObject({
  opens_on: z.string().nullish(),
  closes_on: z.string(),
  closes_time: z.string().nullish(),
})

function roundFromJson(value: unknown): Round {
  const { success, data } = RoundJson.safeParse(value)
  if (!success) throw new BadCell('rounds', 'must be objects with opens_on, closes_on and closes_time')
  return checked(
    {
      opensOn: dayFrom(data.opens_on ?? '', 'rounds'),
      closesOn: dayFrom(data.closes_on, 'rounds'),
      closesTime: data.closes_time ? timeFrom(data.closes_time, 'rounds') : null,
    },
    'rounds',
  )
}

/** Midnight is the end of the day before, as people read it. */
const beforeMidnight = (round: Round): Round =>
  round.closesTime === '00:00' && round.closesOn !== null
    ? { ...round, closesOn: addDays(round.closesOn, -1), closesTime: localTime('23:59') }
    : round

function checked(stated: Round, column: 'rounds' | 'closes_on'): Round {
  const round = beforeMidnight(stated)
  if (column === 'rounds' && round.closesOn === null)
    throw new BadCell(column, 'has one without a closing day')
  if (round.opensOn !== null && round.closesOn !== null && round.opensOn > round.closesOn) {
    throw new BadCell(column, 'is before the day on which it opens')
  }
  return round
}
