import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readConfig, SETTINGS } from '../src/config.ts'

test('every setting has a default', () => {
  expect(readConfig({})).toMatchObject({ database: 'data/fundlocal.db', port: 3000, smtpUrl: null })
})

test('a misspelt setting stops the start and names those that exist', () => {
  expect(() => readConfig({ FUNDLOCAL_DATABSE: 'x.db' })).toThrow(
    /FUNDLOCAL_DATABSE is not a setting.*FUNDLOCAL_DATABASE/,
  )
})

test('every fault is named at once', () => {
  const faulty = () =>
    readConfig({ FUNDLOCAL_PORT: 'eighty', FUNDLOCAL_SMTP_URL: 'mail.example', FUNDLOCAL_X: '1' })
  expect(faulty).toThrow(/FUNDLOCAL_X[\s\S]*FUNDLOCAL_PORT[\s\S]*FUNDLOCAL_SMTP_URL/)
})

test('an empty setting is one that is not set', () => {
  expect(readConfig({ FUNDLOCAL_SMTP_URL: '' }).smtpUrl).toBeNull()
})

test('what belongs to others is left alone', () => {
  expect(() => readConfig({ PATH: '/bin', DB: {} })).not.toThrow()
})

test('every setting is documented', () => {
  const page = readFileSync('docs/settings.md', 'utf8')
  expect(SETTINGS.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})

test.for(['http://localhost:3977', 'http://127.0.0.1:8080', 'https://funding.example.org/'])(
  'pages may be at %s',
  (address) => {
    expect(readConfig({ FUNDLOCAL_BASE_URL: address }).baseUrl).toBe(address.replace(/\/$/, ''))
  },
)

test.for(['funding.example.org', 'ftp://funding.example.org', 'javascript:alert(1)'])(
  'pages cannot be at %s',
  (address) => {
    expect(() => readConfig({ FUNDLOCAL_BASE_URL: address })).toThrow(/must be an address/)
  },
)

test('the operator has an address, or is not told by mail', () => {
  const emailOf = (address: string) => readConfig({ FUNDLOCAL_OPERATOR_EMAIL: address }).operatorEmail
  expect(emailOf('funding@council.example')).toBe('funding@council.example')
  expect(emailOf('')).toBeNull()
  expect(() => emailOf('the council')).toThrow(/FUNDLOCAL_OPERATOR_EMAIL: must be an address/)
})
