/** Things that are joined in pairs, so that what is joined to one is joined to all of its group. */
export interface Groups<T> {
  join(a: T, b: T): void
  areOne(a: T, b: T): boolean
  /** Each with its members in the order in which they were given. */
  all(): readonly (readonly T[])[]
}

/** Everything by itself at first. */
export function groupsOf<T>(members: readonly T[]): Groups<T> {
  const parent = new Map(members.map((member) => [member, member]))
  const root = (member: T): T => {
    let at = member
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    return at
  }
  return {
    join(a, b) {
      parent.set(root(a), root(b))
    },
    areOne: (a, b) => root(a) === root(b),
    all: () => [...Map.groupBy(members, root).values()],
  }
}
