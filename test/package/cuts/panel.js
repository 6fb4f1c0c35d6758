export { ContactCases, createCasesClient, createMemorySource } from 'connect-contact-cases'
