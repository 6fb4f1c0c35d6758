import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { agentOf, contactsOf, userIdOf } from './memory-world.ts'

// Amazon's services as quick as they can be: each contact has three cases, and is at the agent of its number.

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.once('end', () => {
    const answer = JSON.stringify(answerTo(request.url ?? '', Buffer.concat(chunks).toString()))
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer)
  })
})
server.keepAliveTimeout = 65_000
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo // what a server that listens on TCP has
  process.send?.({ url: `http://127.0.0.1:${port}` })
})
process.once('disconnect', () => process.exit()) // lives as long as the parent

function answerTo(path: string, body: string): unknown {
  if (path.startsWith('/metrics/userdata/')) {
    // The server asks about several agents at once.
    const agents = [...body.matchAll(/user-(\d+)/g)].map(([, agent]) => Number(agent))
    return { UserDataList: agents.map((agent) => ({ User: { Id: userIdOf(agent) }, Contacts: atDeskOf(agent) })) }
  }
  const [, described] = /^\/contacts\/.*\/contact-(\d+)/.exec(path) ?? []
  if (described !== undefined) {
    return { Contact: { Id: `contact-${described}`, AgentInfo: { Id: userIdOf(agentOf(Number(described))) } } }
  }
  const [contact = ''] = /contact-\d+/.exec(body) ?? []
  return { cases: [0, 1, 2].map((n) => ({ caseId: `${contact}-case-${n}`, templateId: 'template' })) }
}

function atDeskOf(agent: number): unknown {
  return contactsOf(agent).map((n) => ({ ContactId: `contact-${n}`, AgentContactState: 'CONNECTED' }))
}
