package io.cdk8sflink.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** One request; a missing or ill-typed field is the asker's mistake, never a refusal. */
final class Question {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode fields;

    private Question(JsonNode fields) {
        this.fields = fields;
    }

    static Question parse(String line) {
        try {
            return new Question(JSON.readTree(line));
        } catch (JsonProcessingException e) {
            throw new NoVerdict("not JSON: " + e.getOriginalMessage());
        }
    }

    JsonNode object(String name) {
        JsonNode value = field(name);
        if (!value.isObject()) {
            throw new NoVerdict(name + " must be an object");
        }
        return value;
    }

    String text(String name) {
        JsonNode value = field(name);
        if (!value.isTextual()) {
            throw new NoVerdict(name + " must be a string");
        }
        return value.textValue();
    }

    long bytes(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException e) {
            throw new NoVerdict(name + " must be a decimal 64-bit integer");
        }
    }

    double number(String name) {
        JsonNode value = field(name);
        if (!value.isNumber()) {
            throw new NoVerdict(name + " must be a number");
        }
        return value.doubleValue();
    }

    int[] wholeNumbers(String name) {
        return StreamSupport.stream(list(name).spliterator(), false).mapToInt(JsonNode::intValue).toArray();
    }

    List<String> listedTexts(String name) {
        return StreamSupport.stream(list(name).spliterator(), false).map(JsonNode::textValue).toList();
    }

    boolean has(String name) {
        return fields.has(name);
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /** Empty when the field is missing. */
    Map<String, String> optionalTexts(String name) {
        return has(name) ? texts(name) : Map.of();
    }

    Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        object(name).fields().forEachRemaining(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    private JsonNode list(String name) {
        JsonNode value = field(name);
        if (!value.isArray()) {
            throw new NoVerdict(name + " must be a list");
        }
        return value;
    }

    private JsonNode field(String name) {
        JsonNode value = fields.get(name);
        if (value == null) {
            throw new NoVerdict("missing field: " + name);
        }
        return value;
    }
}
