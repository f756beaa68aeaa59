import { Size } from 'cdk8s';
import { MountedVolume } from './mounted-volume';
import { PodVolume } from './pod-contribution';
import { ReadOnlyRoot } from './pod-security';
import { FLINK_HOME } from '../flink/flink-container';

/**
 * Room for what the image's entry point, Flink's scripts and Flink write: process ids, blobs and spilled records in `/tmp`, logs,
 * and a folder for each plugin that the entry point links a jar into. All else below `/opt/flink` is only read.
 */
export function writableVolumes({ temporary, logs = Size.gibibytes(2) }: ReadOnlyRoot, plugins: string[], mounted: PodVolume[]): PodVolume[] {
  return [
    MountedVolume.emptyDir({ name: 'flink-tmp', mountPath: '/tmp', sizeLimit: temporary }),
    MountedVolume.emptyDir({ name: 'flink-log', mountPath: `${FLINK_HOME}/log`, sizeLimit: logs }),
    ...plugins.map((jar, index) => MountedVolume.emptyDir({
      // The entry point's own rule for the folder; a link takes no room.
      name: `flink-plugin-${index + 1}`, mountPath: `${FLINK_HOME}/plugins/${jar.replace(/\.jar$/, '')}`, sizeLimit: Size.mebibytes(1),
    })),
  ].filter(({ mountPath }) => !mounted.some((volume) => volume.mountPath === mountPath));
}
