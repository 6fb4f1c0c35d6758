import { everyHost } from '../stack.ts'
import type { Host } from './host-desk.ts'
import { softphoneDesk } from './softphone-desk.ts'

/** A desktop of somebody else, built with our library, which asks our server across origins. */
function libraryDesktop(name: string, file: string): Host {
  return {
    name,
    async open(page, { servers, simulator, desktops }) {
      const { ccpUrl } = simulator
      const settings = { ccpUrl, apiBaseUrl: `${servers.streams}/api`, domainId: everyHost.domainId }
      await page.goto(`${desktops}${file}?${new URLSearchParams(settings)}`)
      return softphoneDesk(page)
    },
  }
}

export const libraryDesktops: readonly Host[] = [
  libraryDesktop('a React desktop that has the softphone already', 'react-desktop.html'),
  libraryDesktop('mountContactCases, in a page without React', 'mounted-panel.html'),
  libraryDesktop('the element <contact-cases>', 'panel-element.html'),
]
