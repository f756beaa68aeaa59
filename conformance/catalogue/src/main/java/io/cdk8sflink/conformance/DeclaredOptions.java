package io.cdk8sflink.conformance;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.FallbackKey;

/** The options in the static fields of a class, whatever their visibility. */
final class DeclaredOptions {

    private static final String SUFFIX_OPTION = "org.apache.flink.annotation.docs.Documentation$SuffixOption";

    private DeclaredOptions() {}

    static List<Map<String, Object>> of(Class<?> holder) throws ReflectiveOperationException {
        List<Map<String, Object>> options = new ArrayList<>();
        for (Field field : holder.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == ConfigOption.class) {
                field.setAccessible(true);
                options.add(describe(holder, field, (ConfigOption<?>) field.get(null)));
            }
        }
        return options;
    }

    private static Map<String, Object> describe(Class<?> holder, Field field, ConfigOption<?> option)
            throws ReflectiveOperationException {
        Class<?> type = (Class<?>) hidden(option, "getClazz");
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("holder", holder.getName() + "." + field.getName());
        described.put("prefix", prefix(holder, field));
        described.put("key", option.key());
        described.put("type", type.isEnum() ? "Enum" : type.getSimpleName());
        described.put("list", hidden(option, "isList"));
        described.put("values", type.isEnum() ? Arrays.stream(type.getEnumConstants()).map(Object::toString).toList() : List.of());
        described.put("default", option.hasDefaultValue() ? PlainText.of(option.defaultValue()) : null);
        described.put("older", StreamSupport.stream(option.fallbackKeys().spliterator(), false).map(FallbackKey::getKey).toList());
        described.put("deprecated", field.isAnnotationPresent(Deprecated.class) || holder.isAnnotationPresent(Deprecated.class));
        return described;
    }

    /** What stands before the key in a configuration; Flink documents it in an annotation only. */
    private static String prefix(Class<?> holder, Field field) throws ReflectiveOperationException {
        for (AnnotatedElement element : List.of(field, holder)) {
            for (Annotation annotation : element.getAnnotations()) {
                if (annotation.annotationType().getName().equals(SUFFIX_OPTION)) {
                    return (String) annotation.annotationType().getMethod("value").invoke(annotation);
                }
            }
        }
        return "";
    }

    private static Object hidden(ConfigOption<?> option, String name) throws ReflectiveOperationException {
        Method method = ConfigOption.class.getDeclaredMethod(name);
        method.setAccessible(true);
        return method.invoke(option);
    }
}
