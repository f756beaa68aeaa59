package io.cdk8sflink.conformance;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The classes of the Flink jars that have a field of type ConfigOption. */
final class OptionClasses {

    private static final String FIELD_TYPE = "Lorg/apache/flink/configuration/ConfigOption;";

    private OptionClasses() {}

    static List<String> onClassPath() throws IOException {
        List<String> names = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (new File(entry).getName().matches("flink-(?!shaded).*\\.jar")) {
                addFrom(entry, names);
            }
        }
        return names;
    }

    /** Without running its static initializer, which happens when an option is first read from it. */
    static Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name, false, OptionClasses.class.getClassLoader());
    }

    private static void addFrom(String path, List<String> names) throws IOException {
        try (JarFile jar = new JarFile(path)) {
            for (JarEntry entry : jar.stream().toList()) {
                String name = entry.getName();
                boolean candidate = name.startsWith("org/apache/flink/") && name.endsWith(".class");
                if (candidate && mentionsOption(jar, entry)) {
                    names.add(name.substring(0, name.length() - ".class".length()).replace('/', '.'));
                }
            }
        }
    }

    /** The descriptor of a field stands as plain text in the constant pool; a class that only reads options is harmless. */
    private static boolean mentionsOption(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream bytes = jar.getInputStream(entry)) {
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1).contains(FIELD_TYPE);
        }
    }
}
