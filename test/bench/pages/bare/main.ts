import { elementOf } from '../elements.ts'
import { watchViewedContact } from '../viewed-contact.ts'
import { type ListedCase, rowsOf } from './rows.ts'
import './styles.ts'

// What a page costs that does the same without a framework: it hears of the contact through the unmodified Streams, asks
// the same backend, and writes the rows that the panel first shows, with their templates, markup and stylesheet. It keeps
// nothing, checks nothing and has no keys: what the panel takes beyond it is what the panel adds.

interface Template {
  readonly templateId: string
  readonly name: string
}

const { ccpUrl, region, domainId } = await (await fetch('/config.json')).json()
const main = elementOf('main')
main.innerHTML = `
  <section class="contact-cases" data-theme="system" data-density="comfortable">
    <div class="contact-cases-desk"><div class="contact-cases-contact">
      <header class="contact-cases-header"><h2 class="contact-cases-title" id="title"></h2></header>
      <div class="contact-cases-body"><div class="contact-cases-scroller" id="scroller"></div></div>
    </div></div>
  </section>`
const ccp = document.createElement('div')
ccp.id = 'ccp'
document.body.prepend(ccp)
const title = elementOf('title')
const scroller = elementOf('scroller')
const api = `/api/domains/${domainId}`
const templates: Template[] = (await (await fetch(`${api}/templates`)).json()).templates
const names = new Map(templates.map(({ templateId, name }) => [templateId, name]))

watchViewedContact({ ccpUrl, region }, async (contact) => {
  scroller.replaceChildren()
  title.textContent = contact === null ? 'No contact' : `Contact ${contact.contactId}`
  if (contact === null) return
  const response = await fetch(`${api}/list-cases-for-contact`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ contactArn: contact.contactArn }),
  })
  const { cases }: { cases: readonly ListedCase[] } = await response.json()
  scroller.innerHTML = rowsOf(cases, names)
})
