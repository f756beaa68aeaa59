package io.cdk8sflink.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptionsInternal;
import org.apache.flink.kubernetes.configuration.KubernetesConfigOptions;
import org.apache.flink.kubernetes.operator.api.FlinkDeployment;
import org.apache.flink.kubernetes.operator.api.spec.KubernetesDeploymentMode;

/** The pods of a FlinkDeployment, and of standalone ones the version of the classes that built them. */
final class EffectivePods {

    /** Stand in for the operator's own configuration directory, by the names of the log files in it. */
    private final Map<List<String>, Path> logDirectories = new HashMap<>();

    Map<String, Object> of(Question question) throws Exception {
        FlinkDeployment deployment = EffectiveConfiguration.read(question);
        Configuration configuration = EffectiveConfiguration.build(question);
        // Building the pods writes into the configuration.
        Configuration built = configuration.clone();
        try {
            useLogFilesOfOperator(configuration, List.copyOf(question.texts("logFiles").keySet()));
            return podsOf(deployment, configuration);
        } finally {
            EffectiveConfiguration.deleteGenerated(built);
        }
    }

    private static Map<String, Object> podsOf(FlinkDeployment deployment, Configuration configuration) {
        boolean application = deployment.getSpec().getJob() != null;
        return KubernetesDeploymentMode.getDeploymentMode(deployment) == KubernetesDeploymentMode.STANDALONE
                ? StandalonePods.of(configuration)
                : NativePods.of(configuration, application);
    }

    /** Without log configuration of its own a job gets what lies beside the operator's configuration. */
    private void useLogFilesOfOperator(Configuration configuration, List<String> names) throws IOException {
        if (names.isEmpty()
                || configuration.contains(DeploymentOptionsInternal.CONF_DIR)
                || configuration.contains(KubernetesConfigOptions.FLINK_CONF_DIR)) {
            return;
        }
        Path directory = logDirectories.get(names);
        if (directory == null) {
            directory = Files.createTempDirectory("operator-conf");
            directory.toFile().deleteOnExit();
            for (String name : names) {
                Files.createFile(directory.resolve(name)).toFile().deleteOnExit();
            }
            logDirectories.put(names, directory);
        }
        configuration.set(DeploymentOptionsInternal.CONF_DIR, directory.toString());
    }
}
