import 'amazon-connect-streams'
import { QueryClient } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ContactCases, createStreamsSource } from '../../../../src/index.ts'
import { ccpUrl, client, partOfPage } from './desktop-settings.ts'

connect.getLog().setEchoLevel(connect.LogLevel.ERROR)
connect.core.initCCP(partOfPage('softphone'), {
  ccpUrl,
  loginPopup: false,
  softphone: { allowFramedSoftphone: true },
})

const source = createStreamsSource()
const queryClient = new QueryClient()

createRoot(partOfPage('cases')).render(
  <StrictMode>
    <ContactCases source={source} client={client} queryClient={queryClient} />
  </StrictMode>,
)
