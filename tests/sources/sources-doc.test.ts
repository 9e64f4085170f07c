import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SourceEntry } from '../../src/domain/source.ts'
import { feedSettings } from '../../src/sources/feed/feed-settings.ts'
import { connectors, openSource } from '../../src/sources/index.ts'
import { FieldName } from '../../src/sources/pages/field-rules.ts'
import { pagesSettings } from '../../src/sources/pages/pages-settings.ts'
import { aSite } from '../fixtures/pages/site.ts'
import { pagesOf } from '../support/sources.ts'

const GUIDE = readFileSync('docs/sources.md', 'utf8')
const FORMATS = readFileSync('docs/data-formats.md', 'utf8')

const block = (language: string) =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(GUIDE)?.[1] ?? ''
const example = SourceEntry.parse(JSON.parse(block('json')))

test('every connector is in the guide', () => {
  expect(connectors.map(({ name }) => name).filter((name) => !GUIDE.includes(`\`${name}\``))).toEqual([])
})

test('every setting of feeds and pages, and every field of a page, is documented', () => {
  const feed = feedSettings({ ...example, settings: { funder: { name: 'A' } } })
  const [, ofFeeds = '', ofPages = ''] =
    /### Settings of `feed`([\s\S]*?)### Settings of `pages`([\s\S]*?)\n## /.exec(FORMATS) ?? []
  expect(Object.keys(feed).filter((name) => !ofFeeds.includes(`\`${name}\``))).toEqual([])
  const names = [...Object.keys(pagesSettings(example)), ...FieldName.options]
  expect(names.filter((name) => !ofPages.includes(`\`${name}\``))).toEqual([])
})

test('the worked example gives what the guide says', async () => {
  const sitemap = `<urlset><url><loc>https://foundation.example/funds/kitchens/</loc></url>
    <url><loc>https://foundation.example/news/</loc></url></urlset>`
  const site = aSite({ '/fund-sitemap.xml': sitemap, '/funds/kitchens/': block('html') })
  const reader = openSource(example)
  const pages = await pagesOf(reader, site.get)
  const readings = pages.flatMap(({ records }) => records.map(({ value }) => reader.read(value)))
  expect(readings).toMatchObject([
    {
      outcome: 'opportunity',
      key: 'https://foundation.example/funds/kitchens/',
      content: {
        title: 'Kitchens fund',
        summary: 'Kitchens fund',
        awardMin: 50_000,
        awardMax: 500_000,
        deadline: { kind: 'fixed', rounds: [{ closesOn: '2026-06-30', closesTime: '12:00' }] },
        applyUrl: 'https://foundation.example/apply/kitchens',
        funder: { name: 'Example Foundation', orgId: 'GB-CHC-1000001' },
        ended: null,
        rules: { areas: { basis: 'stated', value: ['E06000023', 'E06000025'] } },
      },
    },
  ])
})
