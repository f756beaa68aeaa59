package io.cdk8sflink.conformance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.util.TimeUtils;

/** Defaults as one would write them, alike in all versions: Flink's own rendering of lists and maps changed with YAML. */
final class PlainText {

    private PlainText() {}

    static String of(Object value) {
        if (value instanceof Duration duration) {
            return TimeUtils.formatWithHighestUnit(duration);
        }
        if (value instanceof List<?> items) {
            return items.stream().map(PlainText::of).collect(Collectors.joining(";"));
        }
        if (value instanceof Map<?, ?> entries) {
            return new TreeMap<>(entries).entrySet().stream()
                    .map(entry -> of(entry.getKey()) + ":" + of(entry.getValue()))
                    .collect(Collectors.joining(","));
        }
        return String.valueOf(value);
    }
}
