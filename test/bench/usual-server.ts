import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ConnectCasesClient, GetCaseCommand, ListCasesForContactCommand } from '@aws-sdk/client-connectcases'
import { getRequestListener } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

interface UsualServerOptions {
  readonly casesUrl: string
  readonly config: { readonly domainId: string; readonly region: string }
  readonly directory: string
}

/** The backend as most teams write it: a handler that asks the SDK at each request, and for each row once more. */
export async function startUsualServer({ casesUrl, config, directory }: UsualServerOptions) {
  const { domainId, region } = config
  const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' }
  const client = new ConnectCasesClient({ endpoint: casesUrl, region, credentials })
  const fields = ['title', 'status'].map((id) => ({ id }))

  async function caseOf(caseId: string) {
    const answer = await client.send(new GetCaseCommand({ domainId, caseId, fields }))
    const textOf = (id: string) => answer.fields?.find((field) => field.id === id)?.value?.stringValue ?? ''
    return { caseId, title: textOf('title'), status: textOf('status') }
  }

  const app = new Hono()
  app.get('/config.json', (c) => c.json(config))
  app.get('/usual/cases', async (c) => {
    const contactArn = c.req.query('contactArn')
    const { cases = [] } = await client.send(new ListCasesForContactCommand({ domainId, contactArn }))
    return c.json({ cases: await Promise.all(cases.map(({ caseId = '' }) => caseOf(caseId))) })
  })
  app.get('*', serveStatic({ root: directory }))
  const server = createServer(getRequestListener(app.fetch))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      client.destroy()
      server.closeAllConnections()
      server.close()
    },
  }
}
