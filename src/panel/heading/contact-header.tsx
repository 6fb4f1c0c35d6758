import { ContactSlot } from '../slots/contact-slot.tsx'
import { useSlots } from '../slots/slots-context.ts'
import { ContactHeading, type ContactHeadingProps } from './contact-heading.tsx'

/** What names the contact: the panel's heading, or what the desktop makes of it. */
export function ContactHeader(props: ContactHeadingProps) {
  const { renderHeader } = useSlots()
  const content = <ContactHeading {...props} />
  if (renderHeader === undefined) return content
  const { contact, view } = props
  return <ContactSlot name="renderHeader" render={renderHeader} {...{ contact, view, content }} />
}
