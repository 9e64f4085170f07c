import { expect, test } from 'vitest'
import { textOfMarkup, withoutEntities } from '../../../src/sources/web/html-text.ts'

test.for([
  ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
  ['<p>One</p>\n\n  <p>Two</p>', 'One\n\nTwo'],
  ['a<br>b<br><br>c', 'a\nb\n\nc'],
  ['<ul>\n<li>a</li>\n<li>b <b>c</b></li></ul>', 'a\nb c'],
  ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
  ['<h2>Head</h2>text', 'Head\n\ntext'],
  ['one<script>x()</script><style>p{}</style><noscript>n</noscript><!-- c --> two', 'one two'],
  ['<p>Unclosed <b>tags', 'Unclosed tags'],
  ['5 < 6 & 7 > 2 &pound;&#8211;&hellip;', '5 < 6 & 7 > 2 £–…'],
  ['<p>in  the\n  source</p>', 'in the source'],
  ['', ''],
] as const)('%j reads as %j', ([markup, text]) => {
  expect(textOfMarkup(markup)).toBe(text)
})

test('a million nested elements are read without their tags', () => {
  expect(textOfMarkup(`${'<i>'.repeat(1_000_000)}deep`)).toBe('deep')
})

test('entities that were left in a plain text are read, and nothing else of it is markup', () => {
  expect(withoutEntities('Fish &amp; chips\n\n<b> &#8211; 5')).toBe('Fish & chips\n\n<b> – 5')
  expect(withoutEntities('Fish & chips <b>')).toBe('Fish & chips <b>')
})
