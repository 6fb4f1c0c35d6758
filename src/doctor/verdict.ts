/** What came of a check: `says` is a sentence on what was seen, `cure` one on what to do. */
export type Verdict =
  | { readonly outcome: 'good' | 'skipped'; readonly says: string }
  | { readonly outcome: 'warning' | 'wrong'; readonly says: string; readonly cure: string }

/** A verdict, and the check that it is of. */
export type Finding = Verdict & { readonly id: string; readonly title: string }

export function good(says: string): Verdict {
  return { outcome: 'good', says }
}

/** It works, and should not stay so. */
export function warning(says: string, cure: string): Verdict {
  return { outcome: 'warning', says, cure }
}

export function wrong(says: string, cure: string): Verdict {
  return { outcome: 'wrong', says, cure }
}

/** Nothing was looked at, and this is why. */
export function skipped(says: string): Verdict {
  return { outcome: 'skipped', says }
}
