import { FlinkSetting } from '../flink/configuration/setting';
import { PodContribution } from '../pods/pod-contribution';
import { MemorySize } from '../units/memory-size';

const MOUNT_PATH = '/flink-local';
/** User and group `flink` of the official image. */
const FLINK_GROUP = 9999;

/** State, copies for local recovery and blobs of a TaskManager all lie below this one directory, so on one disk. */
export const WORKING_DIRECTORY: FlinkSetting = {
  key: 'process.taskmanager.working-dir', value: MOUNT_PATH, reason: 'the state and its copies lie on the volume made for them',
};

/** A volume for each TaskManager, made with its pod and gone with it. */
export function localStateVolume(size: MemorySize | undefined, storageClassName: string | undefined): PodContribution | undefined {
  return size === undefined ? undefined : {
    volumes: [{
      name: 'flink-local',
      mountPath: MOUNT_PATH,
      source: {
        ephemeral: {
          volumeClaimTemplate: {
            spec: {
              accessModes: ['ReadWriteOnce'],
              resources: { requests: { storage: size.toKubernetesText() } },
              ...(storageClassName === undefined ? {} : { storageClassName }),
            },
          },
        },
      },
    }],
    fileSystemGroup: FLINK_GROUP,
  };
}
