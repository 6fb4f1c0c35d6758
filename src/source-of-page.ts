import type { ContactSource } from './contact/contact-source.ts'
import { createFrameSource } from './contact/frame/create-frame-source.ts'
import { createMemorySource } from './contact/memory-source.ts'
import { createStreamsSource } from './contact/streams/streams-source.ts'
import type { PageConfig } from './contract/page-config.ts'

/** Where the page hears of contacts, as its settings say; called once for a page. */
export function createSourceOfPage(config: PageConfig): ContactSource {
  switch (config.host) {
    case 'streams':
      return createStreamsSource({ ccpUrl: config.ccpUrl, region: config.region, container: addCcp() })
    case 'frame':
      return createFrameSource({ embedders: config.embedders })
    case 'workspace':
      return createMemorySource()
  }
}

/** The CCP's frame lives here for as long as the page: moved in the document, Streams would go deaf. */
function addCcp(): HTMLElement {
  const ccp = document.createElement('div')
  ccp.id = 'ccp'
  document.body.prepend(ccp)
  return ccp
}
