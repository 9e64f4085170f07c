import { expect, test } from 'vitest'
import { parseSitemap } from '../../../src/sources/web/sitemap.ts'

test('a bomb of entities in a sitemap stays as small as it came', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "${'x'.repeat(1_000)}"><!ENTITY b "${'&a;'.repeat(1_000)}"><!ENTITY c "${'&b;'.repeat(1_000)}">]>`
  const { entries } = parseSitemap(
    `${bomb}<urlset><url><loc>https://site.example/&c;</loc></url></urlset>`,
    'https://site.example/sitemap.xml',
  )
  expect(entries).toEqual([{ loc: 'https://site.example/&c;', lastmod: null }])
})

test('a sitemap that names a file of this machine as an entity does not get it', () => {
  const { entries } = parseSitemap(
    '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/hostname">]><urlset><url><loc>https://site.example/&f;</loc></url></urlset>',
    'https://site.example/sitemap.xml',
  )
  expect(entries).toEqual([{ loc: 'https://site.example/&f;', lastmod: null }])
})
