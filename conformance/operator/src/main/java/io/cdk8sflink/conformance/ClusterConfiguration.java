package io.cdk8sflink.conformance;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.client.deployment.ClusterDescriptor;
import org.apache.flink.client.deployment.application.ApplicationConfiguration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.kubernetes.KubernetesClusterClientFactory;
import org.apache.flink.kubernetes.KubernetesClusterDescriptor;
import org.apache.flink.kubernetes.kubeclient.FlinkKubeClient;
import org.apache.flink.kubernetes.kubeclient.FlinkKubeClientFactory;
import org.apache.flink.kubernetes.kubeclient.KubernetesJobManagerSpecification;
import org.apache.flink.kubernetes.operator.api.spec.JobSpec;
import org.apache.flink.kubernetes.operator.kubeclient.FlinkStandaloneKubeClient;
import org.apache.flink.kubernetes.operator.reconciler.deployment.ApplicationReconciler;
import org.apache.flink.kubernetes.operator.service.AbstractFlinkService;
import org.apache.flink.kubernetes.operator.standalone.KubernetesStandaloneClusterDescriptor;
import org.apache.flink.kubernetes.shaded.io.fabric8.kubernetes.api.model.ConfigMap;
import org.apache.flink.runtime.jobgraph.SavepointConfigOptions;

/** The configuration file of a cluster's first deployment, taken from what Flink's own deployer hands to Kubernetes. */
final class ClusterConfiguration {

    private ClusterConfiguration() {}

    static Map<String, Object> of(Question question) throws Exception {
        Configuration built = EffectiveConfiguration.build(question);
        try {
            Configuration configuration = prepared(built);
            ConfigMap files = configMap(deploy(configuration, application(question, configuration)));
            files.getData().keySet().removeIf(name -> !name.endsWith(".yaml"));
            Map.Entry<String, String> file = files.getData().entrySet().iterator().next();
            return Map.of("file", file.getKey(), "text", file.getValue());
        } finally {
            EffectiveConfiguration.deleteGenerated(built);
        }
    }

    /** What the reconciler and the service of the operator do to the configuration before they deploy it. */
    private static Configuration prepared(Configuration built) throws Exception {
        if (built.containsKey("$internal.application.program-args")) {
            built.removeConfig(SavepointConfigOptions.SAVEPOINT_PATH);
            Method resultStore = ApplicationReconciler.class.getDeclaredMethod("setRandomJobResultStorePath", Configuration.class);
            invoke(resultStore, built);
        }
        return withoutOperatorsOwn(built);
    }

    /** By the operator's own method, which leaves the given configuration as it is. */
    static Configuration withoutOperatorsOwn(Configuration built) throws Exception {
        return (Configuration) invoke(AbstractFlinkService.class.getDeclaredMethod("removeOperatorConfigs", Configuration.class), built);
    }

    /** A native cluster takes the arguments from the resource, a standalone one from the configuration. */
    private static ApplicationConfiguration application(Question question, Configuration configuration) throws Refusal {
        JobSpec job = EffectiveConfiguration.read(question).getSpec().getJob();
        return job == null || configuration.containsKey("kubernetes.internal.cluster-mode")
                ? ApplicationConfiguration.fromConfiguration(configuration)
                : new ApplicationConfiguration(job.getArgs() == null ? new String[0] : job.getArgs(), job.getEntryClass());
    }

    private static KubernetesJobManagerSpecification deploy(Configuration configuration, ApplicationConfiguration application) throws Exception {
        var cluster = new OfflineKubeClient();
        try (ClusterDescriptor<String> descriptor = descriptor(configuration, cluster.client())) {
            var specification = new KubernetesClusterClientFactory().getClusterSpecification(configuration);
            if (configuration.containsKey("$internal.application.program-args")) {
                descriptor.deployApplicationCluster(specification, application);
            } else {
                descriptor.deploySessionCluster(specification);
            }
        } catch (Exception e) {
            if (cluster.created().isEmpty()) {
                throw e;
            }
            // After the objects are made it asks for an endpoint, which there is none of.
        }
        return cluster.created().get(0);
    }

    private static ClusterDescriptor<String> descriptor(Configuration configuration, FlinkStandaloneKubeClient client)
            throws Exception {
        if (configuration.containsKey("kubernetes.internal.cluster-mode")) {
            return new KubernetesStandaloneClusterDescriptor(configuration, client);
        }
        var clients = new FlinkKubeClientFactory() {
            @Override
            public FlinkKubeClient fromConfiguration(Configuration of, String useCase) {
                return client;
            }
        };
        // Flink 1.20 also takes something that uploads artifacts, which nobody asks for here.
        var constructor = KubernetesClusterDescriptor.class.getConstructors()[0];
        var arguments = new ArrayList<Object>(List.of(configuration, clients));
        if (constructor.getParameterCount() > arguments.size()) {
            arguments.add(Proxy.newProxyInstance(
                    FlinkKubeClient.class.getClassLoader(), new Class<?>[] {constructor.getParameterTypes()[2]}, (proxy, method, args) -> null));
        }
        @SuppressWarnings("unchecked")
        var descriptor = (ClusterDescriptor<String>) constructor.newInstance(arguments.toArray());
        return descriptor;
    }

    private static ConfigMap configMap(KubernetesJobManagerSpecification specification) {
        return specification.getAccompanyingResources().stream()
                .filter(ConfigMap.class::isInstance)
                .map(ConfigMap.class::cast)
                .filter(map -> map.getMetadata().getName().startsWith("flink-config-"))
                .findFirst()
                .orElseThrow();
    }

    private static Object invoke(Method method, Configuration configuration) throws Exception {
        method.setAccessible(true);
        try {
            return method.invoke(null, configuration);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
        }
    }
}
