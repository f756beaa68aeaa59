package io.cdk8sflink.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.kubernetes.operator.api.FlinkDeployment;
import org.apache.flink.kubernetes.operator.config.FlinkConfigBuilder;

/** The configuration that the operator's builder makes of a FlinkDeployment over its own defaults. */
final class EffectiveConfiguration {

    /** Options whose values are files that the builder has just written. */
    private static final List<String> GENERATED = List.of(
            "kubernetes.pod-template-file.jobmanager",
            "kubernetes.pod-template-file.taskmanager",
            "$internal.deployment.config-dir");

    private EffectiveConfiguration() {}

    static Map<String, String> of(Question question) throws Exception {
        Configuration built = build(question);
        try {
            return settings(built);
        } finally {
            deleteGenerated(built);
        }
    }

    static Map<String, String> settings(Configuration built) {
        // Lists in the spelling of flink-conf.yaml, `a;b`, which every version of Flink reads.
        Configuration plain = new Configuration(false);
        plain.addAll(built);
        Map<String, String> settings = new TreeMap<>(plain.toMap());
        GENERATED.forEach(settings::remove);
        // The operator's defaults hold this one only because there is no cluster.
        settings.remove("kubernetes.operator.dynamic.config.enabled");
        return settings;
    }

    static FlinkDeployment read(Question question) throws Refusal {
        return Manifest.read(question.object("manifest"), FlinkDeployment.class);
    }

    static Configuration build(Question question) throws Exception {
        FlinkDeployment deployment = read(question);
        String namespace = deployment.getMetadata().getNamespace();
        Configuration defaults = OperatorConfiguration.managerFor(question)
                .getDefaultConfig(namespace, deployment.getSpec().getFlinkVersion());
        return FlinkConfigBuilder.buildFrom(namespace, deployment.getMetadata().getName(), deployment.getSpec(), defaults);
    }

    /** Thousands of questions would otherwise leave thousands of files behind. */
    static void deleteGenerated(Configuration built) throws IOException {
        for (String option : GENERATED) {
            String file = built.toMap().get(option);
            if (file != null && file.contains("flink_op_generated_")) {
                delete(Path.of(file));
            }
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(path)) {
            inside.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
