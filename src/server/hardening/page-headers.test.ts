import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { pageHeaders } from './page-headers.ts'

test('a page of the agent workspace frames nothing, and asks the browser for nothing that a softphone needs', async () => {
  const config = { region: 'us-east-1', domainId: 'domain', apiBaseUrl: '/api', autoLoadMore: false }
  const app = new Hono().use(pageHeaders({ ...config, host: 'workspace' }, ['https://example.my.connect.aws']))
  const { headers } = await app.request('/')
  const policy = headers.get('content-security-policy')?.split('; ')
  expect(policy).toEqual(expect.arrayContaining(["frame-src 'none'", 'frame-ancestors https://example.my.connect.aws']))
  const permissions = headers.get('permissions-policy')?.split(', ')
  expect(permissions).toEqual(expect.arrayContaining(['clipboard-write=(self)', 'microphone=()', 'camera=()']))
})
