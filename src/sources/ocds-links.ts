import type { NoticeDocument, Release } from './ocds-schema.ts'
import type { OcdsSettings } from './ocds-settings.ts'
import { webAddress } from './web-address.ts'

/** The page that people read: by the source's template, or the notice's own document; null without either. */
export function noticePage(release: Release, { noticeUrl }: Pick<OcdsSettings, 'noticeUrl'>): string | null {
  const named = noticeUrl === null ? null : filled(noticeUrl, release)
  if (named !== null) return webAddress(named)
  const documents = [release.tender, release.planning].flatMap((part) => part.documents)
  const notices = documents.filter(({ documentType }) => documentType?.endsWith('Notice'))
  return firstAddress([...notices, ...documents])
}

/** The template with what it asks for; null when the release lacks any of that. */
function filled(template: string, { id, ocid, tender }: Release): string | null {
  const parts: Readonly<Record<string, string | null>> = {
    release: id,
    notice: id?.replace(/-\d+$/, '') ?? null,
    ocid,
    tender: tender.id,
  }
  const asked = Object.keys(parts).filter((name) => template.includes(`{${name}}`))
  if (asked.some((name) => parts[name] === null)) return null
  return asked.reduce(
    (address, name) => address.replace(`{${name}}`, encodeURIComponent(parts[name] ?? '')),
    template,
  )
}

/**
 * Where bids are made: the address that the notice gives for it, else a document that is a link to
 * another site and not a file. Null when there is none but the notice's own page.
 */
export function applyPage({ tender }: Release, notice: string): string | null {
  const stated = webAddress(tender.submissionMethodDetails)
  if (stated !== null) return stated === notice ? null : stated
  const home = new URL(notice).host
  const links = tender.documents.filter(({ url, format }) => {
    const address = webAddress(url)
    return address !== null && format === null && new URL(address).host !== home
  })
  return firstAddress([...links.filter(({ documentType }) => documentType === null), ...links])
}

const firstAddress = (documents: readonly NoticeDocument[]): string | null =>
  documents.map(({ url }) => webAddress(url)).find((address) => address !== null) ?? null
