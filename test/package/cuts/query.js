export { contactCasesQuery, createCasesClient } from 'connect-contact-cases'
