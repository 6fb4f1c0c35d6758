import { ConnectCasesClient, ListCasesForContactCommand } from '@aws-sdk/client-connectcases'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { z } from 'zod'

// The least a server can do for a contact's cases: one route that asks the same client of the SDK and passes it on; and
// one that asks nobody, and so costs what Hono and Node do. `tuned`: the SDK puts its middleware together once, as ours does.

const [endpoint = '', tuned] = process.argv.slice(2)
const credentials = { accessKeyId: 'placeholder', secretAccessKey: 'placeholder' }
const cacheMiddleware = tuned !== undefined
const client = new ConnectCasesClient({ region: 'us-east-1', endpoint, credentials, maxAttempts: 1, cacheMiddleware })
const body = z.object({ contactArn: z.string() })

const app = new Hono()
app.post('/api/domains/:domainId/list-cases-for-contact', async (c) => {
  const { contactArn } = body.parse(await c.req.json())
  const command = new ListCasesForContactCommand({ domainId: c.req.param('domainId'), contactArn })
  const { cases, nextToken } = await client.send(command)
  return c.json({ cases, nextToken: nextToken ?? null })
})
app.post('/nobody', async (c) => {
  const { contactArn } = body.parse(await c.req.json())
  const cases = [0, 1, 2].map((n) => ({ caseId: `${contactArn.slice(-20)}-case-${n}`, templateId: 'template' }))
  return c.json({ cases, nextToken: null })
})

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.send?.({ url: `http://127.0.0.1:${port}` })
})
process.once('disconnect', () => process.exit()) // lives as long as the parent
