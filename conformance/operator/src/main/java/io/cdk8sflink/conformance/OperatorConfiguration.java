package io.cdk8sflink.conformance;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.kubernetes.operator.config.FlinkConfigManager;

/** The operator's own configuration, as a question gives it: what its Helm values would be. */
final class OperatorConfiguration {

    private static final Map<Map<String, String>, FlinkConfigManager> MANAGERS = new HashMap<>();

    private OperatorConfiguration() {}

    /** One manager for each configuration, because each starts a thread. */
    static FlinkConfigManager managerFor(Question question) {
        return MANAGERS.computeIfAbsent(question.textsOrNone("operatorConfiguration"), OperatorConfiguration::manager);
    }

    private static FlinkConfigManager manager(Map<String, String> written) {
        Configuration configuration = Configuration.fromMap(written);
        // There is no cluster to watch for changes.
        configuration.setString("kubernetes.operator.dynamic.config.enabled", "false");
        return new FlinkConfigManager(configuration);
    }
}
