const $ = (id) => document.getElementById(id)
const api = '/_emulator/api'
const mostEvents = 100

/** The answer's JSON; null for a refusal, which is told at the top of the page where somebody asked for something. */
async function call(method, path, body) {
  const init = body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }
  try {
    const response = await fetch(api + path, { method, ...init })
    const answer = response.status === 204 ? {} : await response.json()
    if (response.ok) return answer
    if (method !== 'GET') tell(answer.message)
  } catch (error) {
    tell(`The emulator does not answer: ${error.message}`)
  }
  return null
}

function tell(text) {
  $('notice').textContent = text
}

// Only ever text: titles and ids come from anybody.
function element(tag, text, className = '') {
  const made = document.createElement(tag)
  made.textContent = text
  made.className = className
  return made
}

function row(cells) {
  const made = document.createElement('tr')
  made.append(...cells.map(([text, className]) => element('td', text, className)))
  return made
}

async function showDomain() {
  const query = new URLSearchParams({ domainId: $('domain').value, find: $('text').value })
  const found = await call('GET', `/domain?${query}`)
  if (found === null) return
  const { cases, contacts } = found
  $('cases').replaceChildren(
    ...cases.first.map(({ caseId, title, status, template }) =>
      row([[title, 'text'], [status], [template], [caseId, 'id']]),
    ),
  )
  $('cases-count').textContent = `${cases.first.length} of ${cases.total}`
  $('contacts').replaceChildren(
    ...contacts.first.map(({ contactArn, caseCount, caseIds }) =>
      row([
        [contactArn, 'text'],
        [caseCount, 'number'],
        [caseIds.join(' ') + (caseCount > caseIds.length ? ' …' : ''), 'text'],
      ]),
    ),
  )
  $('contacts-count').textContent = `${contacts.first.length} of ${contacts.total}`
}

async function showInstance() {
  const instance = await call('GET', '/instance')
  if (instance !== null) $('instance').value = JSON.stringify(instance, null, 2)
}

async function showCalls() {
  const answer = await call('GET', '/calls')
  $('calls-section').hidden = answer === null
  if (answer === null) return
  $('calls').replaceChildren(
    ...answer.calls
      .slice(-100)
      .reverse()
      .map(({ operation, status, ms }) =>
        row([[operation ?? 'none'], [status, status < 400 ? 'number' : 'number error'], [ms.toFixed(1), 'number']]),
      ),
  )
}

async function showSwitches() {
  const switches = await call('GET', '/switches')
  $('switches-section').hidden = switches === null
  if (switches !== null) $('switches-json').value = JSON.stringify(switches, null, 2)
}

async function showFaults() {
  const answer = await call('GET', '/faults')
  if (answer !== null)
    $('faults').replaceChildren(...answer.faults.map((fault) => element('li', JSON.stringify(fault))))
}

function showEvent(event) {
  $('events').prepend(element('li', event))
  while ($('events').children.length > mostEvents) $('events').lastChild.remove()
}

/** Does what a form says, and then shows what came of it. */
function onSubmit(form, act, show) {
  $(form).addEventListener('submit', async (event) => {
    event.preventDefault()
    tell('')
    if ((await act()) !== null) await show()
  })
}

function onClick(button, act, show) {
  $(button).addEventListener('click', async () => {
    tell('')
    if ((await act()) !== null) await show()
  })
}

async function showWhatChanges() {
  await Promise.all([showCalls(), showDomain(), showInstance()])
}

async function keepShowing() {
  if (!document.hidden) await showWhatChanges()
  setTimeout(keepShowing, 1000)
}

onSubmit('find', async () => ({}), showDomain)
onSubmit('switches', () => call('PUT', '/switches', $('switches-json').value), showSwitches)
onSubmit('fault', () => call('POST', '/faults', $('fault-json').value), showFaults)
onClick('clear-faults', () => call('DELETE', '/faults'), showFaults)
onClick(
  'reset',
  () => call('POST', '/reset'),
  () => Promise.all([showWhatChanges(), showSwitches(), showFaults()]),
)
$('domain').addEventListener('change', showDomain)
new EventSource(`${api}/events`).addEventListener('message', ({ data }) => showEvent(data))

const { domains } = (await call('GET', '/domains')) ?? { domains: [] }
$('domain').replaceChildren(...domains.map(({ domainId, name }) => new Option(name, domainId)))
await Promise.all([showSwitches(), showFaults()])
await keepShowing()
