package io.cdk8sflink.conformance;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptionsInternal;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.kubernetes.configuration.KubernetesConfigOptions;
import org.apache.flink.kubernetes.operator.api.FlinkDeployment;
import org.apache.flink.kubernetes.operator.api.spec.KubernetesDeploymentMode;
import org.apache.flink.kubernetes.operator.config.FlinkConfigBuilder;
import org.apache.flink.util.FileUtils;

/** The pods of a FlinkDeployment, and the configuration that the operator made them from. */
final class EffectivePods {

    /** Where the operator keeps what it hands to Flink as files; they are not settings of the job. */
    private static final List<String> FILE_KEYS = List.of(
            KubernetesConfigOptions.JOB_MANAGER_POD_TEMPLATE.key(),
            KubernetesConfigOptions.TASK_MANAGER_POD_TEMPLATE.key(),
            DeploymentOptionsInternal.CONF_DIR.key());

    /** Stand in for the operator's own configuration directory, by the names of the log files in it. */
    private final Map<List<String>, Path> logDirectories = new HashMap<>();

    /** The operator's Helm chart gives it a {@code flink-conf.yaml}, with which it reads all values the older way. */
    Map<String, Object> of(Question question) throws IOException, URISyntaxException {
        boolean standardYaml = GlobalConfiguration.isStandardYaml();
        GlobalConfiguration.setStandardYaml(false);
        try {
            return answerTo(question);
        } finally {
            GlobalConfiguration.setStandardYaml(standardYaml);
        }
    }

    private Map<String, Object> answerTo(Question question) throws IOException, URISyntaxException {
        FlinkDeployment deployment =
                Serialization.unmarshal(question.object("manifest").toString(), FlinkDeployment.class);
        String namespace = deployment.getMetadata().getNamespace();
        Configuration configuration = FlinkConfigBuilder.buildFrom(
                namespace == null ? "default" : namespace,
                deployment.getMetadata().getName(),
                deployment.getSpec(),
                Configuration.fromMap(question.texts("operatorConfiguration")));
        Map<String, String> settings = new LinkedHashMap<>(configuration.toMap());
        List<File> generated = new ArrayList<>();
        FILE_KEYS.stream().filter(settings::containsKey).forEach(key -> generated.add(new File(settings.get(key))));
        settings.keySet().removeAll(FILE_KEYS);
        try {
            useLogFilesOfOperator(configuration, List.copyOf(question.texts("logFiles").keySet()));
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("manifest", question.object("manifest"));
            answer.put("configuration", settings);
            answer.putAll(podsOf(deployment, configuration));
            return answer;
        } finally {
            for (File file : generated) {
                FileUtils.deleteFileOrDirectory(file);
            }
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
