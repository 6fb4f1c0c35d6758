import type { PageConfig } from '../contract/page-config.ts'

/** What is wrong with who may frame the page, in one line; null: nothing. */
export function framingProblem({ host }: PageConfig, frameAncestors: readonly string[]): string | null {
  const namesOthers = frameAncestors.some((source) => source.startsWith('http'))
  if (host === 'workspace' && !namesOthers) return needsWorkspace
  return host === 'frame' && frameAncestors.includes("'none'") ? needsEmbedders : null
}

/** Who may frame the page: whom the server names, and the desktops that the page's settings name. */
export function ancestorsOf(config: PageConfig, frameAncestors: readonly string[]): readonly string[] {
  return config.host === 'frame' ? [...new Set([...frameAncestors, ...config.embedders])] : frameAncestors
}

// No browser would show it there, and the workspace does not say why.
const needsWorkspace =
  "FRAME_ANCESTORS must name the agent workspace, since the page's host is workspace: " +
  'set it to the origin of the instance, such as https://example.my.connect.aws.'

const needsEmbedders =
  "FRAME_ANCESTORS must not be 'none', since the page's host is frame: " +
  'leave it out, and the embedders of the page may frame it.'
