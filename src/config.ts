import * as z from 'zod'

/** What every setting is for; `docs/settings.md` says more. All are optional. */
const Settings = z.object({
  /** The database file. */
  FUNDLOCAL_DATABASE: z.string().min(1).default('data/fundlocal.db'),
  /** The registry of sources. */
  FUNDLOCAL_SOURCES: z.string().min(1).default('data/sources.json'),
  FUNDLOCAL_PORT: z.coerce
    .number({ error: 'must be a number from 0 to 65535' })
    .int({ error: 'must be a number from 0 to 65535' })
    .min(0, { error: 'must be a number from 0 to 65535' })
    .max(65_535, { error: 'must be a number from 0 to 65535' })
    .default(3000),
  /** Where people reach the pages: the start of every link in a mail. */
  FUNDLOCAL_BASE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address like https://funding.example.org' })
    .default('http://localhost:3000'),
  /** `smtp://user:password@host:587`; without it mails are written to the folder below. */
  FUNDLOCAL_SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address like smtp://user:password@mail.example:587' })
    .optional(),
  FUNDLOCAL_MAIL_FOLDER: z.string().min(1).default('data/mail'),
  FUNDLOCAL_MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
      error: 'must be like: Funding team <funding@council.example>',
    })
    .default('fundlocal <fundlocal@localhost>'),
  /** Who is told when a source is paused. */
  FUNDLOCAL_OPERATOR_EMAIL: z.email({ error: 'must be an address like funding@council.example' }).optional(),
  /** Where a source's operator can complain: part of the user agent. */
  FUNDLOCAL_CONTACT: z.string().min(3).default('https://github.com/fundlocal/fundlocal'),
})

export interface Config {
  readonly database: string
  readonly sources: string
  readonly port: number
  readonly baseUrl: string
  readonly smtpUrl: string | null
  readonly mailFolder: string
  readonly mailFrom: string
  /** Null when nobody is to be told by mail. */
  readonly operatorEmail: string | null
  readonly contact: string
}

const PREFIX = 'FUNDLOCAL_'
export const SETTINGS = Object.keys(Settings.shape)

/** What is wrong with the settings, one line a fault. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * Reads and checks the settings, once, from the environment or a Worker's bindings.
 *
 * @throws ConfigError naming every setting that is unknown or has a bad value
 */
export function readConfig(env: Readonly<Record<string, unknown>>): Config {
  const given = Object.entries(env).filter(([name, value]) => name.startsWith(PREFIX) && value !== '')
  const unknown = given.map(([name]) => name).filter((name) => !SETTINGS.includes(name))
  const { success, data, error } = Settings.safeParse(Object.fromEntries(given))
  const faults = [
    ...unknown.map((name) => `${name} is not a setting. The settings are: ${SETTINGS.join(', ')}`),
    ...(error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`),
  ]
  if (!success || faults.length > 0) throw new ConfigError(faults.join('\n'))
  return {
    database: data.FUNDLOCAL_DATABASE,
    sources: data.FUNDLOCAL_SOURCES,
    port: data.FUNDLOCAL_PORT,
    baseUrl: data.FUNDLOCAL_BASE_URL.replace(/\/$/, ''),
    smtpUrl: data.FUNDLOCAL_SMTP_URL ?? null,
    mailFolder: data.FUNDLOCAL_MAIL_FOLDER,
    mailFrom: data.FUNDLOCAL_MAIL_FROM,
    operatorEmail: data.FUNDLOCAL_OPERATOR_EMAIL ?? null,
    contact: data.FUNDLOCAL_CONTACT,
  }
}
