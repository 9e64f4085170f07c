/** Licences under which a text may be copied, with its origin named: open government and Creative Commons ones. */
const OPEN = /^(?:OGL-|CC0-|CC-BY-\d|CC-BY-SA-\d|ODC-BY-|PDDL-|public-domain$)/i

/**
 * Whether what a source writes may be stored and shown; otherwise only facts and the link may.
 *
 * @param licence - as the registry has it, an SPDX id or a short name
 */
export const allowsCopies = (licence: string): boolean => OPEN.test(licence)
