import type { PageConfig } from '../contract/page-config.ts'

/** What is wrong with who may frame the page, in one line; null: nothing. */
export function framingProblem({ host }: PageConfig, frameAncestors: readonly string[]): string | null {
  const namesOthers = frameAncestors.some((source) => source.startsWith('http'))
  return host === 'workspace' && !namesOthers ? needsWorkspace : null
}

// No browser would show it there, and the workspace does not say why.
const needsWorkspace =
  "FRAME_ANCESTORS must name the agent workspace, since the page's host is workspace: " +
  'set it to the origin of the instance, such as https://example.my.connect.aws.'
