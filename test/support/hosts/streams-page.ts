import type { Host } from './host-desk.ts'
import { softphoneDesk } from './softphone-desk.ts'

export const streamsPage: Host = {
  name: 'our page, which frames the softphone',
  async open(page, { servers }) {
    await page.goto(servers.streams)
    return softphoneDesk(page)
  },
}
