import 'amazon-connect-streams'

/** Streams exports nothing: importing it makes the global `connect`. Import this file lazily: it weighs 190 kB. */
export const streams = connect
