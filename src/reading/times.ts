import { isLocalTime, type LocalTime } from '../base/date.ts'

const TIME =
  /\b(?:12 ?:?(?:00)? ?)?(noon|midday|midnight)\b|\b(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.? ?m\b\.?|\b(\d{1,2})[:.](\d{2})(?: ?(?:hrs|hours|h)\b)?(?![.\d])/g
const PLACE_BEFORE = 40
const PLACE_AFTER = 30

/**
 * The time of day that stands by a date, before it ("5pm on", "noon on") or after it (", 16:00", "at 5pm");
 * null when none does. Midnight is the last minute of that day.
 *
 * @param before - the folded words up to the date
 * @param after - the folded words from its end to the next date or the end of the clause
 */
export function timeBeside(before: string, after: string): LocalTime | null {
  const near = before.slice(-PLACE_BEFORE)
  const last = [...near.matchAll(TIME)].at(-1)
  if (
    last &&
    /^[ ,)]*(?:\([a-z]+\) ?)?(?:hrs|hours)?[ ,]*(?:\(?(?:gmt|bst|uk time|local time)\)?)?[ ,-]*(?:(?:on|of|-)?[ ,]*(?:the )?)?$/.test(
      near.slice(last.index + last[0].length),
    )
  ) {
    return timeFrom(last)
  }
  const next = [...after.slice(0, PLACE_AFTER).matchAll(TIME)][0]
  return next && /^[ ,.@(-]*(?:(?:at|by|before)\b)?[ (]*$/.test(after.slice(0, next.index))
    ? timeFrom(next)
    : null
}

function timeFrom([
  ,
  word,
  hour12,
  minutes12 = '00',
  half,
  hour24,
  minutes24,
]: RegExpMatchArray): LocalTime | null {
  if (word !== undefined) return (word === 'midnight' ? '23:59' : '12:00') as LocalTime
  const hour = half === undefined ? Number(hour24) : (Number(hour12) % 12) + (half === 'p' ? 12 : 0)
  const time = `${String(hour).padStart(2, '0')}:${half === undefined ? minutes24 : minutes12}`
  if (half !== undefined && Number(hour12) > 12) return null
  return isLocalTime(time) ? time : null
}
