/** A string that only its own constructor can make, so that ids of different things do not mix. */
export type Brand<Name extends string> = string & { readonly __brand: Name }
