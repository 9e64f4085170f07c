import type { AnyNode } from 'domhandler'
import { withoutPersons } from '../../base/personal-data.ts'
import { oneLine } from '../../base/text.ts'
import { readDocument, select } from '../web/document.ts'
import { textOf } from '../web/html-text.ts'
import { readJsonLd } from './json-ld.ts'

/** What a page of any site says, without settings for it. */
export interface AnyPage {
  /** Its main heading; empty without one. */
  readonly title: string
  /** Who it says gives the money, or publishes it, likeliest first. */
  readonly names: readonly string[]
  /** What a reader sees of its main part. */
  readonly text: string
}

const MAIN = ['main', '[role=main]', 'article', 'body']
const MOST_NAME = 200

/** Reads a page that somebody gives; or says what is wrong with it, the end of a sentence that begins "The page". */
export function readAnyPage(markup: string): AnyPage | { readonly fault: string } {
  const document = readDocument(markup, true)
  if ('fault' in document) return document
  const { nodes } = document
  const text = textOf(mainOf(nodes))
  if (text === '') return { fault: 'has no words that we can read: it may be made by a script' }
  return { title: titleOf(nodes), names: namesOf(nodes), text }
}

function mainOf(nodes: readonly AnyNode[]): readonly AnyNode[] {
  const found = MAIN.map((selector) => select(selector, nodes).slice(0, 1)).find(
    (part) => textOf(part) !== '',
  )
  return found ?? nodes
}

function titleOf(nodes: readonly AnyNode[]): string {
  const [heading] = select('main h1, article h1, h1', nodes)
  return named(
    heading ? textOf([heading]) : (metaOf('og:title', nodes) ?? textOf(select('title', nodes).slice(0, 1))),
  )
}

function namesOf(nodes: readonly AnyNode[]): readonly string[] {
  const said = ['funder.name', 'publisher.name', 'provider.name'].flatMap((path) => readJsonLd(nodes, path))
  const names = [...said, metaOf('og:site_name', nodes) ?? ''].map(named)
  return [...new Set(names.filter((name) => name !== ''))]
}

const metaOf = (property: string, nodes: readonly AnyNode[]): string | undefined =>
  select(`meta[property="${property}"]`, nodes)[0]?.attribs['content']

const named = (text: string): string => withoutPersons(oneLine(text)).slice(0, MOST_NAME)
