import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type Provider from 'oidc-provider'

/** Where the provider sends whoever must say who they are. */
export const loginPath = '/login'

/** The provider's own page: whoever writes a name there is that agent. Nobody here needs a password. */
export async function answerLogin(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html').end(loginPage)
    return
  }
  const form = new URLSearchParams(await text(request))
  const result = form.has('refuse') ? { error: 'access_denied' } : { login: { accountId: form.get('agent') ?? '' } }
  await provider.interactionFinished(request, response, result)
}

const loginPage = `<!doctype html><html lang="en"><title>Log in</title>
<link rel="icon" href="data:,">
<form method="post">
  <label>Agent <input name="agent" autofocus></label>
  <button>Log in</button>
  <button name="refuse" value="yes">Cancel</button>
</form></html>`
