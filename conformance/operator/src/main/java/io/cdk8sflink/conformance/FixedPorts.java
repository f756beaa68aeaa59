package io.cdk8sflink.conformance;

import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.kubernetes.utils.Constants;
import org.apache.flink.kubernetes.utils.KubernetesUtils;
import org.apache.flink.runtime.jobmanager.HighAvailabilityMode;

/** Both cluster descriptors give every port that a Service names a number before they build the pods. */
final class FixedPorts {

    private FixedPorts() {}

    static void in(Configuration configuration) {
        KubernetesUtils.checkAndUpdatePortConfigOption(
                configuration, BlobServerOptions.PORT, Constants.BLOB_SERVER_PORT);
        KubernetesUtils.checkAndUpdatePortConfigOption(
                configuration, TaskManagerOptions.RPC_PORT, Constants.TASK_MANAGER_RPC_PORT);
        KubernetesUtils.checkAndUpdatePortConfigOption(configuration, RestOptions.BIND_PORT, Constants.REST_PORT);
        if (HighAvailabilityMode.isHighAvailabilityModeActivated(configuration)) {
            KubernetesUtils.checkAndUpdatePortConfigOption(
                    configuration,
                    HighAvailabilityOptions.HA_JOB_MANAGER_PORT_RANGE,
                    configuration.get(JobManagerOptions.PORT));
        }
    }
}
