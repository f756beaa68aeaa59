package io.cdk8sflink.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.client.deployment.ClusterSpecification;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.kubernetes.KubernetesClusterClientFactory;
import org.apache.flink.kubernetes.operator.kubeclient.factory.StandaloneKubernetesJobManagerFactory;
import org.apache.flink.kubernetes.operator.kubeclient.factory.StandaloneKubernetesTaskManagerFactory;
import org.apache.flink.kubernetes.operator.kubeclient.parameters.StandaloneKubernetesJobManagerParameters;
import org.apache.flink.kubernetes.operator.kubeclient.parameters.StandaloneKubernetesTaskManagerParameters;

/** Both Deployments of a cluster that the operator runs without Flink's own resource manager. */
final class StandalonePods {

    private static final String CLASSES_VERSION =
            "/META-INF/maven/org.apache.flink/flink-kubernetes-standalone/pom.properties";

    private StandalonePods() {}

    static Map<String, Object> of(Configuration configuration) {
        Map<String, Object> pods = new LinkedHashMap<>();
        pods.put("standaloneClasses", classesVersion());
        // The TaskManager first: building the JobManager writes into the configuration.
        Object taskManager = PodAnswer.of(() -> taskManager(new Configuration(configuration)));
        pods.put("jobManager", PodAnswer.of(() -> jobManager(configuration)));
        pods.put("taskManager", taskManager);
        return pods;
    }

    private static Object jobManager(Configuration configuration) throws Exception {
        ClusterSpecification cluster = new KubernetesClusterClientFactory().getClusterSpecification(configuration);
        FixedPorts.in(configuration);
        var parameters = new StandaloneKubernetesJobManagerParameters(configuration, cluster);
        return PodAnswer.jobManager(StandaloneKubernetesJobManagerFactory.buildKubernetesJobManagerSpecification(
                PodTemplates.load(parameters.getPodTemplateFilePath()), parameters));
    }

    private static Object taskManager(Configuration configuration) {
        ClusterSpecification cluster = new KubernetesClusterClientFactory().getClusterSpecification(configuration);
        FixedPorts.in(configuration);
        var parameters = new StandaloneKubernetesTaskManagerParameters(configuration, cluster);
        return PodAnswer.json(StandaloneKubernetesTaskManagerFactory.buildKubernetesTaskManagerDeployment(
                PodTemplates.load(parameters.getPodTemplateFilePath()), parameters));
    }

    /** An older artifact may stand in for the operator's own, and one argument differs between them. */
    private static String classesVersion() {
        try (InputStream file = StandalonePods.class.getResourceAsStream(CLASSES_VERSION)) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new NoVerdict(Refusal.describe(e));
        }
    }
}
