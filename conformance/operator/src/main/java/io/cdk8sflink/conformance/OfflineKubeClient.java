package io.cdk8sflink.conformance;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.kubernetes.kubeclient.FlinkKubeClient;
import org.apache.flink.kubernetes.kubeclient.KubernetesJobManagerSpecification;
import org.apache.flink.kubernetes.kubeclient.resources.KubernetesPod;
import org.apache.flink.kubernetes.operator.kubeclient.FlinkStandaloneKubeClient;
import org.apache.flink.kubernetes.shaded.io.fabric8.kubernetes.api.model.Pod;
import org.apache.flink.kubernetes.shaded.io.fabric8.kubernetes.client.utils.Serialization;

/** Stands where the cluster would be: keeps what is created, reads files as the real client does, and has nothing. */
final class OfflineKubeClient {

    private final List<KubernetesJobManagerSpecification> created = new ArrayList<>();

    private final FlinkStandaloneKubeClient client = (FlinkStandaloneKubeClient) Proxy.newProxyInstance(
            FlinkKubeClient.class.getClassLoader(), new Class<?>[] {FlinkStandaloneKubeClient.class}, (proxy, method, arguments) -> {
                switch (method.getName()) {
                    case "createJobManagerComponent":
                        created.add((KubernetesJobManagerSpecification) arguments[0]);
                        return null;
                    case "loadPodFromTemplateFile":
                        return podIn((File) arguments[0]);
                    default:
                        return method.getReturnType() == Optional.class ? Optional.empty() : null;
                }
            });

    FlinkStandaloneKubeClient client() {
        return client;
    }

    /** What Flink has handed over to be created. */
    List<KubernetesJobManagerSpecification> created() {
        return created;
    }

    private static KubernetesPod podIn(File file) throws IOException {
        try (InputStream stream = new FileInputStream(file)) {
            return new KubernetesPod(Serialization.unmarshal(stream, Pod.class));
        }
    }
}
