/**
 * Packages that run a script when they are installed, and why that may be. None has to run: what the image runs is
 * installed with `npm ci --omit=dev --ignore-scripts`, and everything works without them.
 */
export const allowedInstallScripts: Readonly<Record<string, string>> = {
  esbuild: 'of tsx, for development; puts the binary of this machine in the place of a script that starts it',
  protobufjs: 'of the OpenTelemetry exporters; warns of version ranges in the package.json around it, and no more',
}
