package io.cdk8sflink.conformance;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ConfigOptions.OptionBuilder;
import org.apache.flink.configuration.ConfigOptions.TypedConfigOptionBuilder;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.MemorySize;

/** What an option of a type reads from a text, in a process that loaded one or the other configuration file. */
final class OptionValues {

    private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000L);

    /** Flink 2.x reads all values alike and has no such switch. */
    private static final Reflected STANDARD_YAML =
            Reflected.methodIfPresent(GlobalConfiguration.class, "setStandardYaml", boolean.class);

    private OptionValues() {}

    static Object of(Question question) throws Exception {
        if (STANDARD_YAML != null) {
            STANDARD_YAML.call(question.text("file").equals("config.yaml"));
        }
        Configuration configuration = Configuration.fromMap(Map.of("option", question.text("text")));
        return plain(configuration.get(option(question.text("type"))));
    }

    private static ConfigOption<?> option(String type) {
        String item = type.replaceAll("^List<(.*)>$", "$1");
        OptionBuilder option = ConfigOptions.key("option");
        if (item.equals("Map")) {
            return type.equals(item) ? option.mapType().noDefaultValue() : option.mapType().asList().noDefaultValue();
        }
        TypedConfigOptionBuilder<?> typed = typed(option, item);
        return type.equals(item) ? typed.noDefaultValue() : typed.asList().noDefaultValue();
    }

    private static TypedConfigOptionBuilder<?> typed(OptionBuilder option, String item) {
        return switch (item.replaceAll("\\(.*", "")) {
            case "Boolean" -> option.booleanType();
            case "Integer" -> option.intType();
            case "Long" -> option.longType();
            case "Float" -> option.floatType();
            case "Double" -> option.doubleType();
            case "String" -> option.stringType();
            case "Duration" -> option.durationType();
            case "MemorySize" -> option.memoryType();
            case "Enum" -> option.enumType(RuntimeExecutionMode.class);
            default -> throw new NoVerdict("no such type: " + item);
        };
    }

    /** Numbers travel as text, fractions as the bits of a double, since JSON keeps neither. */
    private static Object plain(Object value) {
        if (value instanceof List<?> items) {
            return items.stream().map(OptionValues::plain).toList();
        }
        if (value instanceof Duration duration) {
            return BigInteger.valueOf(duration.getSeconds())
                    .multiply(NANOS_PER_SECOND)
                    .add(BigInteger.valueOf(duration.getNano()))
                    .toString();
        }
        if (value instanceof Float || value instanceof Double) {
            return String.format("%016x", Double.doubleToLongBits(((Number) value).doubleValue()));
        }
        if (value instanceof MemorySize size) {
            return Bytes.of(size);
        }
        return value instanceof Map || value instanceof Boolean ? value : value.toString();
    }
}
