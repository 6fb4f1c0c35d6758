export { ContactCases, createCasesClient, createSignIn, createStreamsSource } from 'connect-contact-cases'
