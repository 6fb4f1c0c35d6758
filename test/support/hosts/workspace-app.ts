import { workspaceOf } from '../workspace.ts'
import type { Host } from './host-desk.ts'

export const workspaceApp: Host = {
  name: 'our page, as an app of the agent workspace',
  async open(page, { servers, simulator }) {
    const enter = (agent: string) =>
      page.goto(`${simulator.workspaceUrl}?${new URLSearchParams({ app: servers.workspace, agent })}`)
    await enter('ada')
    const workspace = await workspaceOf(page)
    return {
      panelOf: (contactId) =>
        page
          .frameLocator(
            `iframe[title="${contactId === null ? 'App without a contact' : `App for contact ${contactId}`}"]`,
          )
          .locator('.contact-cases'),
      async ring({ channel, contactId, queueName }) {
        await workspace.incoming({ channel, contactId, queueName })
        await workspace.view(contactId)
      },
      accept: workspace.accept,
      view: workspace.view,
      transfer: workspace.transfer,
      end: workspace.end,
      close: workspace.close,
      // It leaves its page, and the frames go with it.
      async signOut() {
        await page.goto('about:blank')
      },
      async signIn(agent) {
        await enter(agent)
      },
    }
  },
}
