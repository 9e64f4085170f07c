import { type Html, html, type Piece } from '../html.ts'

interface Props {
  /** Of the banner, and where an address can lead to; one of its kind on a page. */
  readonly id: string
  readonly title: string
  readonly content: Piece
}

/** Says what has just been done. */
export const notificationBanner = ({ id, title, content }: Props): Html => html`
  <section class="govuk-notification-banner govuk-notification-banner--success" id="${id}" aria-labelledby="${id}-title">
    <div class="govuk-notification-banner__header">
      <h3 class="govuk-notification-banner__title" id="${id}-title">${title}</h3>
    </div>
    <div class="govuk-notification-banner__content">${content}</div>
  </section>`
