import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { elementOf } from '../elements.ts'
import { type ViewedContact, watchViewedContact } from '../viewed-contact.ts'

// The panel as most teams write it: the viewed contact in state, an effect that fetches when it changes, a list in state,
// and a backend that asks for each row. Nothing is read ahead or kept.

interface Case {
  readonly caseId: string
  readonly title: string
  readonly status: string
}

function Cases({ contactArn }: Pick<ViewedContact, 'contactArn'>) {
  const [cases, setCases] = useState<readonly Case[] | null>(null)
  useEffect(() => {
    setCases(null)
    let isCurrent = true
    const load = async () => {
      const response = await fetch(`/usual/cases?contactArn=${encodeURIComponent(contactArn)}`)
      const answer = await response.json()
      if (isCurrent) setCases(answer.cases)
    }
    void load()
    return () => {
      isCurrent = false
    }
  }, [contactArn])
  if (cases === null) return <p>Loading…</p>
  return (
    <ul>
      {cases.map(({ caseId, title, status }) => (
        <li key={caseId} data-case-id={caseId}>
          <strong>{title}</strong> <span>{status}</span>
        </li>
      ))}
    </ul>
  )
}

function Desk() {
  const [contact, setContact] = useState<ViewedContact | null>(null)
  useEffect(() => {
    const start = async () => {
      watchViewedContact(await (await fetch('/config.json')).json(), setContact)
    }
    void start()
  }, [])
  return (
    <>
      <div id="ccp" />
      <h1>{contact === null ? 'No contact' : `Contact ${contact.contactId}`}</h1>
      {contact && <Cases contactArn={contact.contactArn} />}
    </>
  )
}

createRoot(elementOf('main')).render(<Desk />)
