package io.cdk8sflink.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes every option that the Flink jars on the class path declare, one JSON object a line. */
public final class OptionReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private OptionReader() {}

    public static void main(String[] args) throws IOException {
        PrintStream stdout = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        // A static initializer that prints must not end up among the options.
        System.setOut(System.err);

        List<String> failures = new ArrayList<>();
        for (String name : OptionClasses.onClassPath()) {
            try {
                for (Map<String, Object> option : DeclaredOptions.of(OptionClasses.load(name))) {
                    stdout.println(JSON.writeValueAsString(option));
                }
            } catch (ReflectiveOperationException | LinkageError e) {
                failures.add(name + ": " + e);
            }
        }
        stdout.println(JSON.writeValueAsString(Map.of("unreadable", failures)));
        stdout.flush();
        System.exit(0);
    }
}
