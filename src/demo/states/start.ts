import type { StateGroup } from '../demo-state.ts'

export const startStates: StateGroup = {
  name: 'The page',
  states: [
    {
      id: 'wrong-settings',
      name: 'Wrong settings',
      description: 'The page is set up wrongly; the last line is for the administrator.',
      failure: { reason: 'wrongSettings', detail: '/config.json: region must be an AWS Region such as us-east-1' },
      shows: ({ messages }) => messages.wrongSettings.text,
    },
    {
      id: 'cannot-start',
      name: 'The page could not start',
      description: 'The settings could not be fetched, or the code could not be loaded.',
      failure: { reason: 'cannotStart' },
      shows: ({ messages }) => messages.cannotStart.text,
    },
  ],
}
