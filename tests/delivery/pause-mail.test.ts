import { expect, test } from 'vitest'
import type { Instant } from '../../src/base/date.ts'
import { pauseMail } from '../../src/delivery/pause-mail.ts'

const mail = (over: Partial<Parameters<typeof pauseMail>[0]> = {}) =>
  pauseMail({
    name: '<b>Notices</b>',
    job: 'collect-opportunities',
    pause: {
      id: 'p',
      sourceId: 'notices',
      pausedAt: '2026-06-01T12:05:00.000Z' as Instant,
      failures: [{ at: '2026-06-01T12:05:00.000Z' as Instant, error: 'It answered <500>' }],
      toldAt: null,
    },
    baseUrl: 'https://funding.example',
    sample: false,
    ...over,
  })

test('it says what went wrong and what to do', () => {
  const { text } = mail()
  expect(text).toContain('- 1 June 2026 at 1:05pm: It answered <500>')
  expect(text).toContain('https://funding.example/sources/notices')
  expect(text).toContain('npm run job -- collect-opportunities notices')
  expect(text).not.toContain('sample')
})

test('it gives the command of the job that reads the source, and none where none does', () => {
  expect(mail({ job: 'collect-awards' }).text).toContain('npm run job -- collect-awards notices')
  const { text } = mail({ job: null })
  expect(text).not.toMatch(/npm run|Start again/)
  expect(text).toContain('no longer has it')
})

test('its html has no markup of others', () => {
  expect(mail().html).toContain('It answered &lt;500&gt;')
  expect(mail().html).toContain('&lt;b&gt;Notices&lt;/b&gt;')
})

test('it says when everything is invented', () => {
  expect(mail({ sample: true }).text).toContain('This is sample data')
})
