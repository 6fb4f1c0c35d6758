// The least a page can do: no framework, no Streams. It reads the softphone's messages itself, asks the same
// backend and writes the ids of the same cases. Nobody could ship it: it only shows what is left to save.
const { ccpUrl, domainId } = await (await fetch('/config.json')).json()
const rows = document.getElementById('rows')
let shown

addEventListener('message', async ({ data }) => {
  if (data?.event !== 'agent::update') return
  const { configuration, snapshot } = data.data
  const [contact] = snapshot.contacts
  if (contact?.contactId === shown) return
  shown = contact?.contactId
  rows.replaceChildren()
  if (contact === undefined) return
  const contactArn = `${configuration.agentARN.split('/agent/')[0]}/contact/${contact.contactId}`
  const response = await fetch(`/api/domains/${domainId}/list-cases-for-contact`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ contactArn }),
  })
  const { cases } = await response.json()
  for (const { caseId } of cases) {
    const row = document.createElement('li')
    row.textContent = caseId
    row.dataset.caseId = caseId
    rows.append(row)
  }
})

const frame = document.createElement('iframe')
frame.src = ccpUrl
document.getElementById('ccp').append(frame)
