import type { Visibility } from './cases/visibility.ts'
import type { ContactSource } from './contact/contact-source.ts'
import type { FrameSource } from './contact/frame/create-frame-source.ts'
import { type HostAppearance, untoldAppearance } from './contact/host-appearance.ts'
import { createLateSource } from './contact/late-source.ts'
import { createSnapshots, type Snapshots } from './contact/snapshots.ts'
import type { PageConfig } from './contract/page-config.ts'
import type { PanelEvents } from './panel/events/events-context.ts'

/** What the page hears of its host. */
export interface PageHost {
  readonly source: ContactSource
  readonly appearance: Snapshots<HostAppearance>
  readonly visibility: Visibility | undefined
  /** Opens a case, where the host does that. */
  readonly onOpenCase: Snapshots<((caseId: string) => void) | undefined>
  /** What the host is told of. */
  readonly events: PanelEvents
}

const opensNothing: Pick<PageHost, 'onOpenCase' | 'events'> = { onOpenCase: createSnapshots(undefined), events: {} }

/** The host that the settings name; called once for a page. */
export async function hostOfPage(config: PageConfig): Promise<PageHost> {
  switch (config.host) {
    case 'streams': {
      const source = createLateSource(streamsSource(config))
      return { source, appearance: createSnapshots(untoldAppearance), visibility: undefined, ...opensNothing }
    }
    case 'workspace': {
      // Both at once: the source itself would ask for the SDK a round trip later.
      const sdk = import('./contact/workspace/workspace-entry.ts')
      const { createWorkspaceSource } = await import('./contact/workspace/workspace-source.ts')
      const source = createWorkspaceSource({ loadSdk: async () => (await sdk).workspaceSdk })
      return { source, appearance: source.appearance, visibility: source.visibility, ...opensNothing }
    }
    case 'frame': {
      const { createFrameSource } = await import('./contact/frame/create-frame-source.ts')
      return frameHost(createFrameSource({ embedders: config.embedders }))
    }
  }
}

async function streamsSource({ ccpUrl, region }: Extract<PageConfig, { host: 'streams' }>): Promise<ContactSource> {
  // Both at once: the source itself would ask for Streams a round trip later.
  const entry = import('./contact/streams/streams-entry.ts')
  const { createStreamsSource } = await import('./contact/streams/streams-source.ts')
  const loadStreams = async () => (await entry).streams
  // Nobody else brings Streams into this page, and ours may be there before the source looks for one of the page's own.
  return createStreamsSource({ ccpUrl, region, container: addCcp(), loadStreams, findStreams: () => null })
}

function frameHost(source: FrameSource): PageHost {
  const { appearance, opensCases } = source
  const open = (caseId: string) => source.tell({ type: 'openCase', caseId })
  const onOpenCase = {
    getSnapshot: () => (opensCases.getSnapshot() ? open : undefined),
    subscribe: opensCases.subscribe,
  }
  const events: PanelEvents = {
    onCasesChanged: (change) => source.tell({ type: 'casesChanged', ...change }),
    // What a slot throws is the page's own affair.
    onProblem: (problem) => problem.kind !== 'slot' && source.tell({ type: 'problem', ...problem }),
  }
  return { source, appearance, visibility: undefined, onOpenCase, events }
}

/** The CCP's frame lives here for as long as the page: moved in the document, Streams would go deaf. */
function addCcp(): HTMLElement {
  const ccp = document.createElement('div')
  ccp.id = 'ccp'
  document.body.prepend(ccp)
  return ccp
}
