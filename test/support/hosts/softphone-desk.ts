import type { Page } from 'playwright-core'
import { ccpOf } from '../ccp.ts'
import type { HostDesk } from './host-desk.ts'

/** The desk of a page that has the softphone in it, and one panel. */
export async function softphoneDesk(page: Page): Promise<HostDesk> {
  const ccp = await ccpOf(page)
  const panel = page.getByRole('region', { name: 'Contact cases' })
  return {
    panelOf: () => panel,
    async ring({ channel, contactId, queueName }) {
      await ccp.incoming({ channel, contactId, queueName })
    },
    accept: ccp.accept,
    view: ccp.view,
    transfer: ccp.transfer,
    end: ccp.end,
    close: ccp.close,
    signOut: ccp.signOut,
    signIn: (agent) => ccp.signIn({ agent }),
  }
}
