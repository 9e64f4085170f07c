/** What a request may connect to: any address, as the operator's own sources may, or only public ones. */
export type Reach = 'anywhere' | 'public'

/**
 * Sends one request. Hosts lend it. Where only public addresses may be reached, a host that looks up
 * names itself refuses, with an AppError as the error or its cause, a name that leads to another.
 */
export type Fetch = (url: string, init: RequestInit, reach: Reach) => Promise<Response>
