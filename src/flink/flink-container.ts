/** The container whose name Flink looks for; any other is a sidecar to it. */
export const MAIN_CONTAINER = 'flink-main-container';

/** The volume that Flink makes of the ConfigMap with its configuration, and where it mounts it. */
export const CONFIGURATION_VOLUME = 'flink-config-volume';
export const CONFIGURATION_DIRECTORY = '/opt/flink/conf';

/** Where the official images have Flink. */
export const FLINK_HOME = '/opt/flink';

/** User and group `flink` of the official images. */
export const FLINK_USER = 9999;

/** Tells the entry point of the official images which jars of `opt` it links into `plugins`. */
export const PLUGINS_VARIABLE = 'ENABLE_BUILT_IN_PLUGINS';
