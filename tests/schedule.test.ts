import { readFileSync } from 'node:fs'
import cron from 'node-cron'
import { expect, test } from 'vitest'
import { jobs } from '../jobs/index.ts'

const wrangler = readFileSync('wrangler.toml', 'utf8')

test('the Worker is woken by the same crons as the clock on Node', () => {
  const line = /^crons = (\[.*\])$/m.exec(wrangler)?.[1] ?? '[]'
  const crons = jobs.flatMap((job) => (job.cron === null ? [] : [job.cron]))
  expect(JSON.parse(line).sort()).toEqual([...new Set(crons)].sort())
})

test.for(jobs)('$name has a cron that both hosts read alike', ({ cron: expression }) => {
  if (expression === null) return
  expect(cron.validate(expression)).toBe(true)
  // The two hosts count weekdays from different days, and join day and weekday differently.
  expect(expression.split(' ')[4]).toMatch(/^(\*|SUN|MON|TUE|WED|THU|FRI|SAT)$/)
})

test('no two jobs have one name', () => {
  expect(new Set(jobs.map(({ name }) => name)).size).toBe(jobs.length)
})

test('a job for an hour in London is woken at it in summer and in winter', () => {
  for (const job of jobs.filter(({ londonHour }) => londonHour !== null)) {
    const hours = job.cron?.split(' ')[1]?.split(',').map(Number)
    expect(hours).toEqual([Number(job.londonHour) - 1, Number(job.londonHour)])
  }
})
