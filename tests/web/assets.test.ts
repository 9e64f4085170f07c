import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { builtAssets, withoutBranding } from '../../src/commands/build-assets.ts'

const committed = (path: string) => readFileSync(`src/web/assets/${path}`, 'utf8')

test.for(Object.entries(builtAssets()))('src/web/assets/%s is what build-assets makes', ([path, text]) => {
  expect(committed(path)).toBe(text)
})

test('nothing that only GOV.UK may show is left', () => {
  const css = committed('assets/govuk-frontend.min.css')
  expect(css).not.toMatch(/GDS Transport|@font-face|crest|url\(/i)
  expect(css).toContain('font-family:arial,sans-serif')
})

test.for([
  '.a{font-family:"GDS Transport"}',
  '.a{background:url(/assets/images/logo.svg)}',
  '@import url(https://elsewhere.example/fonts.css);',
])('%s stops the build', (css) => {
  expect(() => withoutBranding(css)).toThrow('branding')
})

test('the rest of a sheet is kept as it is', () => {
  const css =
    '@font-face{font-family:GDS Transport;src:url(a)}.a{font-family:GDS Transport,arial}.b:before{background-image:url(/assets/images/govuk-crest.svg)}.c{color:red}/*# sourceMappingURL=x.map */'
  expect(withoutBranding(css)).toBe('.a{font-family:arial}.c{color:red}\n')
})
