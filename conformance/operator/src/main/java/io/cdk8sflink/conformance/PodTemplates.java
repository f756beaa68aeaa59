package io.cdk8sflink.conformance;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.kubernetes.configuration.KubernetesConfigOptions;
import org.apache.flink.kubernetes.kubeclient.FlinkKubeClient;
import org.apache.flink.kubernetes.kubeclient.FlinkPod;
import org.apache.flink.kubernetes.kubeclient.resources.KubernetesPod;
import org.apache.flink.kubernetes.shaded.io.fabric8.kubernetes.api.model.Pod;
import org.apache.flink.kubernetes.shaded.io.fabric8.kubernetes.client.utils.Serialization;
import org.apache.flink.kubernetes.utils.Constants;
import org.apache.flink.kubernetes.utils.KubernetesUtils;

/** Reads the template files that the operator wrote, by Flink's own code and without a cluster. */
final class PodTemplates {

    /** The real client's method of this name parses a file as well and asks no server. */
    private static final FlinkKubeClient PARSER = (FlinkKubeClient) Proxy.newProxyInstance(
            PodTemplates.class.getClassLoader(),
            new Class<?>[] {FlinkKubeClient.class},
            (proxy, method, arguments) -> {
                if (!method.getName().equals("loadPodFromTemplateFile")) {
                    throw new UnsupportedOperationException(method.getName());
                }
                return new KubernetesPod(parse((File) arguments[0]));
            });

    private PodTemplates() {}

    static FlinkPod load(Optional<File> file) {
        return file.map(present ->
                        KubernetesUtils.loadPodFromTemplateFile(PARSER, present, Constants.MAIN_CONTAINER_NAME))
                .orElseGet(() -> new FlinkPod.Builder().build());
    }

    static Optional<File> ofTaskManager(Configuration configuration) {
        return configuration.getOptional(KubernetesConfigOptions.TASK_MANAGER_POD_TEMPLATE).map(File::new);
    }

    private static Pod parse(File file) {
        try (InputStream stream = new FileInputStream(file)) {
            return Serialization.unmarshal(stream, Pod.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
