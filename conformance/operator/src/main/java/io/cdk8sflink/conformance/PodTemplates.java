package io.cdk8sflink.conformance;

import java.io.File;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.kubernetes.configuration.KubernetesConfigOptions;
import org.apache.flink.kubernetes.kubeclient.FlinkKubeClient;
import org.apache.flink.kubernetes.kubeclient.FlinkPod;
import org.apache.flink.kubernetes.utils.Constants;
import org.apache.flink.kubernetes.utils.KubernetesUtils;

/** Reads the template files that the operator wrote, by Flink's own code and without a cluster. */
final class PodTemplates {

    private static final FlinkKubeClient PARSER = new OfflineKubeClient().client();

    private PodTemplates() {}

    static FlinkPod load(Optional<File> file) {
        return file.map(present ->
                        KubernetesUtils.loadPodFromTemplateFile(PARSER, present, Constants.MAIN_CONTAINER_NAME))
                .orElseGet(() -> new FlinkPod.Builder().build());
    }

    static Optional<File> ofTaskManager(Configuration configuration) {
        return configuration.getOptional(KubernetesConfigOptions.TASK_MANAGER_POD_TEMPLATE).map(File::new);
    }
}
