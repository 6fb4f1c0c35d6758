export { ContactCases, createCasesClient, createStreamsSource } from 'connect-contact-cases'
