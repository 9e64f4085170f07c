import { type Html, html } from '../html.ts'

/** The bar with the service's name, for services that are not on GOV.UK. */
export const genericHeader = (name: string): Html => html`
  <div class="govuk-generic-header">
    <div class="govuk-generic-header__container govuk-width-container">
      <div class="govuk-generic-header__logo">
        <a href="/" class="govuk-generic-header__homepage-link">${name}</a>
      </div>
    </div>
  </div>`

export interface NavigationItem {
  readonly href: string
  readonly text: string
  /** Whether this page is the item, lies under it, or neither. */
  readonly here: 'page' | 'section' | 'no'
}

/** Links to the parts of the service, few enough to need no menu on a phone. */
export const serviceNavigation = (items: readonly NavigationItem[]): Html => html`
  <div class="govuk-service-navigation" data-module="govuk-service-navigation">
    <div class="govuk-width-container">
      <div class="govuk-service-navigation__container">
        <nav aria-label="Menu" class="govuk-service-navigation__wrapper">
          <ul class="govuk-service-navigation__list" id="navigation">${items.map(navigationItem)}</ul>
        </nav>
      </div>
    </div>
  </div>`

const navigationItem = ({ href, text, here }: NavigationItem): Html =>
  here === 'no'
    ? html`
      <li class="govuk-service-navigation__item">
        <a class="govuk-service-navigation__link" href="${href}">${text}</a>
      </li>`
    : html`
      <li class="govuk-service-navigation__item govuk-service-navigation__item--active">
        <a class="govuk-service-navigation__link" href="${href}" aria-current="${here === 'page' ? 'page' : 'true'}">
          <strong class="govuk-service-navigation__active-fallback">${text}</strong>
        </a>
      </li>`
