import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { runCommand } from './run-command.ts'

const FROM = new URL('../../node_modules/govuk-frontend/dist/govuk/', import.meta.url)
const TO = new URL('../web/assets/', import.meta.url)

/** Files under `src/web/assets` that are made from GOV.UK Frontend, by path, with what they hold. */
export const builtAssets = (): Readonly<Record<string, string>> => ({
  'assets/govuk-frontend.min.css': withoutBranding(read('govuk-frontend.min.css')),
  'assets/govuk-frontend.min.js': withoutSourceMap(read('govuk-frontend.min.js')),
  'assets/govuk-frontend.LICENSE.txt': LICENCE,
  _headers: HEADERS,
})

/** What its licence asks to keep with every copy. */
const LICENCE = `GOV.UK Frontend, without its typeface and crest.

The MIT License (MIT)

Copyright (C) 2017 Crown Copyright (Government Digital Service)

Permission is hereby granted, free of charge, to any person obtaining a copy of
this software and associated documentation files (the "Software"), to deal in
the Software without restriction, including without limitation the rights to
use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of
the Software, and to permit persons to whom the Software is furnished to do so,
subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS
FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER
IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`

/** Workers answers assets before the app, so their headers are said here. */
const HEADERS = `/assets/*
  Cache-Control: public, max-age=3600
  Content-Security-Policy: default-src 'none'
  Cross-Origin-Resource-Policy: same-origin
  X-Content-Type-Options: nosniff
`

/** What only services on GOV.UK may show: their typeface, their crest. No image is left at all. */
const FORBIDDEN = [/GDS Transport/i, /@font-face/i, /govuk-crest/i, /url\(/i]

/**
 * The style sheet without the typeface and the crest of GOV.UK. Arial takes over from the typeface.
 *
 * @throws RangeError when any of it is still found
 */
export function withoutBranding(css: string): string {
  const clean = withoutSourceMap(css)
    .replace(/\/\*(?:(?!\*\/)[\s\S])*\*\//g, '')
    .replace(/@font-face\s*\{[^}]*\}/g, '')
    .replace(/(["']?)GDS Transport\1,\s*/g, '')
    .replace(/[^{};]+\{[^{}]*govuk-crest[^{}]*\}/g, '')
  const left = FORBIDDEN.filter((pattern) => pattern.test(clean))
  if (left.length > 0) throw new RangeError(`GOV.UK branding is still in the style sheet: ${left.join(', ')}`)
  return clean
}

/** The map is not served, so the line that points to it goes. */
const withoutSourceMap = (text: string): string =>
  `${text.replace(/(\/\*#|\/\/#) sourceMappingURL=\S+( \*\/)?/, '').trimEnd()}\n`

const read = (name: string): string => readFileSync(new URL(name, FROM), 'utf8')

const isCommand = import.meta.url === pathToFileURL(process.argv[1] ?? '').href
if (isCommand) {
  await runCommand({
    usage: 'npm run build-assets',
    help: 'Makes the style sheet and script of GOV.UK Frontend that pages use, without its typeface and crest.',
    async run() {
      for (const [path, text] of Object.entries(builtAssets())) {
        writeFileSync(new URL(path, TO), text)
        console.log(`Wrote src/web/assets/${path}`)
      }
    },
  })
}
