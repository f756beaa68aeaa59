package io.cdk8sflink.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of a manifest on its way to the operator: the structural rules of the API server over the real
 * schema (unknown fields dropped, nulls dropped, kinds checked), then the operator's own class.
 */
final class ManifestReading {

    private static final String CLASSES = "org.apache.flink.kubernetes.operator.api.";

    private final List<String> pruned = new ArrayList<>();

    private ManifestReading() {}

    static Map<String, Object> of(Question question) throws IOException, Refusal, ClassNotFoundException {
        ObjectNode manifest = question.object("manifest").deepCopy();
        String kind = manifest.path("kind").asText();
        JsonNode schema = ResourceSchema.spec(kind);
        if (schema == null) {
            throw new Refusal("no such kind in this release: " + kind);
        }
        refuseUnnamed(manifest);
        var reading = new ManifestReading();
        if (manifest.path("spec").isNull()) {
            manifest.remove("spec");
        }
        if (manifest.has("spec")) {
            reading.admit("spec", manifest.get("spec"), schema);
        }
        unmarshal(kind, manifest);
        // In one order, so that the golden vectors are the same in every run.
        Map<String, Object> read = new LinkedHashMap<>();
        read.put("spec", manifest.has("spec") ? manifest.get("spec") : manifest.objectNode());
        read.put("pruned", reading.pruned);
        return read;
    }

    /** What the API server asks for before it looks at a schema. */
    private static void refuseUnnamed(JsonNode manifest) throws Refusal {
        if (!manifest.path("apiVersion").asText().equals(ResourceSchema.API_VERSION)) {
            throw new Refusal("no such version of the kind");
        }
        JsonNode metadata = manifest.path("metadata");
        if (metadata.path("name").asText("").isEmpty() && metadata.path("generateName").asText("").isEmpty()) {
            throw new Refusal("name or generateName is required");
        }
    }

    private static void unmarshal(String kind, JsonNode manifest) throws Refusal, ClassNotFoundException {
        Class<?> type = Class.forName(CLASSES + kind);
        try {
            Serialization.unmarshal(manifest.toString(), type);
        } catch (RuntimeException e) {
            throw new Refusal("unreadable: " + Refusal.describe(e));
        }
    }

    private void admit(String path, JsonNode value, JsonNode schema) throws Refusal {
        String holds = ResourceSchema.holds(schema);
        if (!fits(value, holds, schema)) {
            throw new Refusal(path + " must be of type " + holds + ": " + value.getNodeType());
        }
        if (holds.equals("anything")) {
            return;
        }
        if (value.isArray()) {
            admitItems(path, (ArrayNode) value, schema.path("items"));
        } else if (value.isObject()) {
            admitFields(path, (ObjectNode) value, schema);
        }
    }

    private void admitItems(String path, ArrayNode items, JsonNode schema) throws Refusal {
        for (int i = 0; i < items.size(); i++) {
            admit(path + "[" + i + "]", items.get(i), schema);
        }
    }

    private void admitFields(String path, ObjectNode object, JsonNode schema) throws Refusal {
        for (Iterator<Map.Entry<String, JsonNode>> fields = object.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            String inner = path + "." + field.getKey();
            JsonNode known = schema.path("properties").path(field.getKey());
            JsonNode innerSchema = known.isMissingNode() ? schema.path("additionalProperties") : known;
            if (innerSchema.isMissingNode()) {
                pruned.add(inner);
                fields.remove();
            } else if (field.getValue().isNull()) {
                // No field of these schemas is nullable.
                fields.remove();
            } else if (!known.isMissingNode() && ResourceSchema.isRaw(field.getKey())) {
                if (!field.getValue().isObject()) {
                    throw new Refusal(inner + " must be of type object");
                }
            } else {
                admit(inner, field.getValue(), innerSchema);
            }
        }
    }

    private static boolean fits(JsonNode value, String holds, JsonNode schema) {
        if (schema.has("enum")) {
            return contains(schema.get("enum"), value);
        }
        switch (holds.split(" ")[0]) {
            case "anything":
                return true;
            case "quantity":
                return value.isTextual() || isWhole(value);
            case "string":
                return value.isTextual();
            case "integer":
                return isWhole(value);
            case "number":
                return value.isNumber();
            case "boolean":
                return value.isBoolean();
            case "array":
                return value.isArray();
            case "object":
            case "map":
                return value.isObject();
            default:
                throw new NoVerdict("a kind of schema that no release had: " + holds);
        }
    }

    private static boolean contains(JsonNode names, JsonNode value) {
        for (JsonNode name : names) {
            if (name.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWhole(JsonNode value) {
        return value.isIntegralNumber() || value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue());
    }
}
