import type { MountOptions } from './mount-contact-cases.tsx'

/** The plain settings of the element; all others are properties of it. */
export const attributeNames = [
  'case-url-template',
  'open-cases',
  'locale',
  'theme',
  'density',
  'auto-load-more',
] as const

type AttributeName = (typeof attributeNames)[number]

/** What the element's attributes say; what one of them cannot mean is as if it were not there. */
export function readAttributes(element: Pick<Element, 'getAttribute'>) {
  const textOf = (name: AttributeName) => element.getAttribute(name) ?? undefined
  const oneOf = <T extends string>(name: AttributeName, choices: readonly T[]) => {
    const text = textOf(name)
    const choice = choices.find((each) => each === text)
    if (text !== choice) console.warn(`<contact-cases>: ${name}="${text}" is none of ${choices.join(', ')}.`)
    return choice
  }
  return {
    caseUrlTemplate: textOf('case-url-template'),
    openCases: oneOf('open-cases', ['host', 'link']),
    locale: textOf('locale'),
    theme: oneOf('theme', ['light', 'dark', 'system']),
    density: oneOf('density', ['comfortable', 'compact']),
    autoLoadMore: ![undefined, 'false'].includes(textOf('auto-load-more')),
  } satisfies Partial<MountOptions>
}
