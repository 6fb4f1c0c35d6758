import { fileURLToPath } from 'node:url'
import { IgnoreMode } from 'aws-cdk-lib'
import { Platform } from 'aws-cdk-lib/aws-ecr-assets'
import { ContainerImage } from 'aws-cdk-lib/aws-ecs'

const repository = fileURLToPath(new URL('../..', import.meta.url))

/** The image of a registry, or this repository's: `cdk synth` only hashes its files, `cdk deploy` builds it. */
export function serverImage(image: string | undefined): ContainerImage {
  if (image !== undefined) return ContainerImage.fromRegistry(image)
  return ContainerImage.fromAsset(repository, {
    file: 'deploy/Dockerfile',
    ignoreMode: IgnoreMode.DOCKER,
    platform: Platform.LINUX_AMD64,
  })
}
