import { fingerprintOfMatching } from '../../matching/fingerprint.ts'

/** Answers with the fingerprint of matching as this runtime computes it. */
// biome-ignore lint/style/noDefaultExport: the runtime looks for it
export default { fetch: () => new Response(fingerprintOfMatching()) }
