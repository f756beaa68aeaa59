package io.cdk8sflink.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The schema of {@code spec} in the CRD that comes with the operator's own classes, by kind of resource. */
final class ResourceSchema {

    /** The only one that a CRD of the operator has. */
    static final String API_VERSION = "flink.apache.org/v1beta1";

    private static final String PRESERVED = "x-kubernetes-preserve-unknown-fields";
    private static final String INT_OR_STRING = "x-kubernetes-int-or-string";

    /** Kubernetes' own shapes, which fill most of a CRD and which nobody asks about here. */
    private static final Set<String> RAW = Set.of("podTemplate", "metadata");

    private static final Map<String, JsonNode> SPECS = new ConcurrentHashMap<>();

    private ResourceSchema() {}

    /** Every field of the spec by its path, with what it holds; no fields when this release has no such kind. */
    static Map<String, String> fields(Question question) throws IOException {
        Map<String, String> fields = new TreeMap<>();
        JsonNode spec = spec(question.text("kind"));
        if (spec != null) {
            collect("spec", spec, fields);
        }
        return fields;
    }

    /** Null when this release has no such kind. */
    static JsonNode spec(String kind) throws IOException {
        JsonNode known = SPECS.get(kind);
        if (known != null) {
            return known;
        }
        String resource = "/META-INF/fabric8/" + kind.toLowerCase() + "s.flink.apache.org-v1.yml";
        try (InputStream crd = ResourceSchema.class.getResourceAsStream(resource)) {
            if (crd == null) {
                return null;
            }
            JsonNode spec = Serialization.yamlMapper()
                    .readTree(crd)
                    .at("/spec/versions/0/schema/openAPIV3Schema/properties/spec");
            SPECS.put(kind, spec);
            return spec;
        }
    }

    static boolean isRaw(String name) {
        return RAW.contains(name);
    }

    /** What a field of this schema holds, in one word; an enum with its names. */
    static String holds(JsonNode schema) {
        if (schema.path(INT_OR_STRING).asBoolean()) {
            return "quantity";
        }
        if (schema.path(PRESERVED).asBoolean()) {
            return "anything";
        }
        String type = schema.path("type").asText();
        if (schema.has("enum")) {
            return type + " " + schema.get("enum");
        }
        return schema.has("additionalProperties") ? "map of " + holds(schema.get("additionalProperties")) : type;
    }

    private static void collect(String path, JsonNode schema, Map<String, String> fields) {
        fields.put(path, holds(schema));
        schema.path("properties").fields().forEachRemaining(entry -> {
            String inner = path + "." + entry.getKey();
            if (isRaw(entry.getKey())) {
                fields.put(inner, "raw");
            } else {
                collect(inner, entry.getValue(), fields);
            }
        });
        if (schema.has("items")) {
            collect(path + "[]", schema.get("items"), fields);
        }
    }
}
