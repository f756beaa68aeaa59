package io.cdk8sflink.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The fields of {@code FlinkDeployment.spec} that the operator's own CRD knows. */
final class DeploymentCrd {

    private static final String RESOURCE = "/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";

    /** A whole pod schema hangs below this field. */
    private static final String POD_TEMPLATE = "podTemplate";

    private DeploymentCrd() {}

    static Map<String, Object> of(Question question) throws IOException {
        JsonNode spec = specSchema();
        SortedSet<String> paths = new TreeSet<>();
        collect("", spec, paths);

        List<String> flinkVersions = new ArrayList<>();
        spec.at("/properties/flinkVersion/enum").forEach(version -> flinkVersions.add(version.asText()));
        return Map.of("spec", paths, "flinkVersions", flinkVersions);
    }

    private static JsonNode specSchema() throws IOException {
        try (InputStream crd = DeploymentCrd.class.getResourceAsStream(RESOURCE)) {
            return Serialization.yamlMapper()
                    .readTree(crd)
                    .at("/spec/versions/0/schema/openAPIV3Schema/properties/spec");
        }
    }

    /** Lists of objects are entered ({@code ingress.tls[].secretName}); maps and plain lists are leaves. */
    private static void collect(String prefix, JsonNode schema, SortedSet<String> paths) {
        schema.path("properties").fields().forEachRemaining(entry -> {
            String path = prefix + entry.getKey();
            JsonNode field = entry.getValue();
            if (entry.getKey().equals(POD_TEMPLATE)) {
                paths.add(path);
            } else if (field.has("properties")) {
                collect(path + ".", field, paths);
            } else if (field.path("items").has("properties")) {
                collect(path + "[].", field.get("items"), paths);
            } else {
                paths.add(path);
            }
        });
    }
}
