package io.cdk8sflink.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.kubernetes.operator.config.FlinkConfigManager;

/** The operator's own configuration, as a question gives it: what its Helm values would be. */
final class OperatorConfiguration {

    private static final Map<Map<String, String>, FlinkConfigManager> MANAGERS = new HashMap<>();

    private OperatorConfiguration() {}

    /** One manager for each configuration, because each starts a thread. */
    static FlinkConfigManager managerFor(Question question) {
        return MANAGERS.computeIfAbsent(question.optionalTexts("operatorConfiguration"), OperatorConfiguration::manager);
    }

    private static FlinkConfigManager manager(Map<String, String> written) {
        Configuration configuration = load(written);
        // There is no cluster to watch for changes.
        configuration.setString("kubernetes.operator.dynamic.config.enabled", "false");
        return new FlinkConfigManager(configuration);
    }

    /** From the file that the operator's Helm chart writes: Flink remembers what kind of file it has read. */
    private static Configuration load(Map<String, String> written) {
        try {
            Path folder = Files.createTempDirectory("operator_configuration_");
            Path file = folder.resolve("flink-conf.yaml");
            var lines = new StringBuilder();
            written.forEach((key, value) -> lines.append(key).append(": ").append(value).append('\n'));
            Files.writeString(file, lines);
            try {
                return GlobalConfiguration.loadConfiguration(folder.toString());
            } finally {
                Files.delete(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
