import { expect, test } from 'vitest'
import { terminalProgress } from '../../src/hosts/terminal-progress.ts'

/** An output that keeps what is written to it. */
function anOutput(isTTY: boolean) {
  const written: string[] = []
  const out = { isTTY, write: (text: string) => written.push(text) > 0 }
  return { out: out as unknown as NodeJS.WriteStream, written }
}

test('a terminal gets a bar that is drawn over, and nothing is left of it at the end', () => {
  const { out, written } = anOutput(true)
  const progress = terminalProgress(out, () => 0)
  progress('Matching', 1, 2)
  progress('Matching', 2, 2)
  expect(written[0]).toContain('Matching: 1 of 2 [████████████░░░░░░░░░░░░]')
  expect(written[1]).toBe('\r\u001b[K')
})

test('where there is no terminal a plain line comes now and then', () => {
  const { out, written } = anOutput(false)
  let now = 0
  const progress = terminalProgress(out, () => now)
  for (const done of [1, 2, 3, 4]) {
    now += 3_000
    progress('Notices', done, null)
  }
  expect(written).toEqual(['Notices: 2 records\n', 'Notices: 4 records\n'])
})
