const CHARITY = /^(?:(SC\d{6})|(NIC\d{6})|(\d{6,7}))$/i
const COMPANY = /^(?:[A-Z]{2}\d{6}|\d{6,8})$/i

/** A UK charity number as org-id.guide writes it; null when it is none. @example charityId('sc012345') // 'GB-SC-SC012345' */
export function charityId(text: string): string | null {
  const number = text.replace(/\s/g, '').toUpperCase()
  const match = CHARITY.exec(number)
  if (!match) return null
  return match[1] ? `GB-SC-${number}` : match[2] ? `GB-NIC-${number.slice(3)}` : `GB-CHC-${number}`
}

/** A UK company number as org-id.guide writes it; null when it is none. @example companyId('1234567') // 'GB-COH-01234567' */
export function companyId(text: string): string | null {
  const number = text.replace(/\s/g, '').toUpperCase()
  return COMPANY.test(number) ? `GB-COH-${number.padStart(8, '0')}` : null
}

const MUTUAL = /^(?:[A-Z]{2})?\d{3,6}[A-Z]?$/i

/** The number of a UK mutual society as org-id.guide writes it; null when it is none. @example mutualId('32174r') // 'GB-MPR-32174R' */
export function mutualId(text: string): string | null {
  const number = text.replace(/\s/g, '').toUpperCase()
  return MUTUAL.test(number) ? `GB-MPR-${number}` : null
}
