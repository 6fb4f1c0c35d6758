import { Panel, type PanelProps } from './panel.tsx'
import { ContactCasesProvider, type ContactCasesSetup } from './provider/contact-cases-provider.tsx'

/** A panel with a source and a client of its own. */
export type StandaloneProps = ContactCasesSetup & PanelProps

/** Either a panel of its own, or one that takes what it works with from the `ContactCasesProvider` above it. */
export type ContactCasesProps = StandaloneProps | (PanelProps & { readonly [Name in keyof ContactCasesSetup]?: never })

/** The panel: names the contact the agent looks at and shows every case linked to it. */
export function ContactCases(props: ContactCasesProps) {
  if (props.source === undefined && props.client === undefined) return <Panel {...props} />
  const { source, client, signIn, queryClient, locale, words, strings, formats, preferences, ...panel } = props
  return (
    <ContactCasesProvider {...{ source, client, signIn, queryClient, locale, words, strings, formats, preferences }}>
      <Panel {...panel} />
    </ContactCasesProvider>
  )
}
