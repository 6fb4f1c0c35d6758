import { useId, useRef } from 'react'
import type { CasesMemory } from '../cases/cases-in-memory.ts'
import type { DeskProblem, DeskState } from '../contact/contact-source.ts'
import { fill } from '../locales/plural.ts'
import { Button } from './button.tsx'
import { ContactView } from './contact-view.tsx'
import { type LostFocus, useTakeLostFocus } from './focus-area.tsx'
import { OnceSeen } from './once-seen.tsx'
import { useSignOut } from './sign-in/sign-out-context.ts'
import { Notice } from './states/notice.tsx'
import { ContactTabs } from './switcher/contact-tabs.tsx'
import { type Pin, pinFor, shownContact } from './switcher/pin.ts'
import { usePin } from './switcher/use-pin.ts'
import { useWords } from './words-context.tsx'

interface DeskViewProps {
  readonly desk: DeskState
  readonly memory: CasesMemory
  readonly autoLoadMore: boolean
}

/** What the desk's state calls for: a notice, or the contact to show. */
export function DeskView({ desk, memory, autoLoadMore }: DeskViewProps) {
  const { messages } = useWords()
  const [pin, setPin] = usePin(desk)
  const area = useRef<HTMLDivElement>(null)
  const lostFocus = useRef(false)
  useTakeLostFocus(lostFocus, area)
  return (
    // tabIndex: a press beside a control leaves the focus in the panel, and so its keys working.
    <div className="contact-cases-desk" ref={area} tabIndex={-1}>
      {desk.status === 'connecting' && <Notice tone="calm" {...messages.connecting} />}
      {desk.status === 'failed' && <DeskFailure problem={desk.problem} />}
      {desk.status === 'ready' && (
        <DeskContacts desk={desk} pin={pin} setPin={setPin} {...{ memory, autoLoadMore, lostFocus }} />
      )}
    </div>
  )
}

function DeskFailure({ problem }: { readonly problem: DeskProblem }) {
  const { title, text } = useWords().messages.deskProblems[problem.code]
  return <Notice tone="error" title={title} text={fill(text, { detail: problem.detail })} />
}

interface DeskContactsProps extends Omit<DeskViewProps, 'desk'> {
  readonly desk: Extract<DeskState, { status: 'ready' }>
  readonly pin: Pin | null
  readonly setPin: (pin: Pin | null) => void
  readonly lostFocus: LostFocus
}

/** The contacts of a desk: tabs where there are several, and the one to show. */
function DeskContacts({ desk, pin, setPin, memory, ...rest }: DeskContactsProps) {
  const { messages } = useWords()
  const panelId = useId()
  const signOut = useSignOut()
  const contact = shownContact(pin, desk)
  const several = desk.contacts.length > 1
  const keep = contact === null ? null : { agentArn: desk.agentArn, contactId: contact.contactId }
  const pinChoice = { pinned: pin !== null, onToggle: () => setPin(pin === null ? keep : null) }
  return (
    <>
      {several && (
        <ContactTabs
          contacts={desk.contacts}
          shown={contact}
          memory={memory}
          panelId={panelId}
          lostFocus={rest.lostFocus}
          onChoose={(chosen) => setPin(pinFor(chosen, desk))}
        />
      )}
      {contact === null ? (
        <Notice tone="calm" {...messages.noContact}>
          {signOut && <Button label={messages.signIn.signOut} onPress={signOut} />}
        </Notice>
      ) : (
        // The key: nothing one contact's view remembers may be there for the next, nor that anyone has seen it. A frame out
        // of sight asks for nothing: what was read ahead is in memory.
        <OnceSeen key={contact.contactArn}>
          <ContactView
            contact={contact}
            memory={memory}
            // A kept contact says so also when it is the only one: the next to ring will not take its place.
            pin={several || pin !== null ? pinChoice : null}
            panelId={several ? panelId : null}
            {...rest}
          />
        </OnceSeen>
      )}
    </>
  )
}
