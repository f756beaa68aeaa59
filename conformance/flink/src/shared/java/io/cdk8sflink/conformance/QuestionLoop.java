package io.cdk8sflink.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads one JSON question per line from stdin and writes one JSON reply per line to stdout. */
final class QuestionLoop {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Answer> answers;

    QuestionLoop(Map<String, Answer> answers) {
        this.answers = answers;
    }

    /** Serves until stdin ends and then stops the JVM, whatever threads the libraries left behind. */
    void serve() throws IOException {
        PrintStream stdout = System.out;
        // A library that prints must not end up between the replies.
        System.setOut(System.err);
        var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var replies = new BufferedWriter(new OutputStreamWriter(stdout, StandardCharsets.UTF_8));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            if (line.isBlank()) {
                continue;
            }
            replies.write(JSON.writeValueAsString(reply(line)));
            replies.write('\n');
            if (!questions.ready()) {
                // Someone may be waiting for this reply before asking the next question.
                replies.flush();
            }
        }
        replies.flush();
        System.exit(0);
    }

    private Map<String, ?> reply(String line) {
        try {
            Question question = Question.parse(line);
            Answer answer = answers.get(question.text("op"));
            if (answer == null) {
                throw new NoVerdict("unknown op: " + question.text("op"));
            }
            return Map.of("value", answer.to(question));
        } catch (NoVerdict e) {
            return Map.of("error", e.getMessage());
        } catch (Exception e) {
            return Map.of("refused", Refusal.describe(e));
        } catch (LinkageError e) {
            // A hole in the class path says nothing about the question.
            return Map.of("error", e.toString());
        }
    }

    /** Answers one kind of question; any exception but {@link NoVerdict} is a refusal. */
    interface Answer {
        Object to(Question question) throws Exception;
    }
}
