package dev.umpire.server.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Fuzzes the server with Jazzer, which is led by coverage. Inputs worth starting from lie in {@code src/test/fuzz},
 * with those that once broke something; what is found on the way gathers in {@code target/fuzz}. Longer, alone:
 * {@code mvn -pl reference-server -Dtest=FuzzTest -Dumpire.fuzz.seconds=900 test}.
 */
class FuzzTest {
    private static final Path SEEDS = Path.of("src", "test", "fuzz");
    private static final Path FOUND = Path.of("target", "fuzz");

    @ParameterizedTest
    @ValueSource(classes = {HttpFuzzer.class, FrameFuzzer.class, PayloadFuzzer.class, PacketFuzzer.class})
    void withstandsTheInputsThatAreKnown(Class<?> target) throws Exception {
        List<Path> inputs;
        try (Stream<Path> files = Files.list(SEEDS.resolve(target.getSimpleName()))) {
            inputs = files.sorted().toList();
        }
        assertThat(inputs).isNotEmpty();
        for (Path input : inputs) {
            byte[] bytes = Files.readAllBytes(input);
            assertThatCode(() -> run(target, bytes)).as(input.toString()).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {HttpFuzzer.class, FrameFuzzer.class, PayloadFuzzer.class, PacketFuzzer.class})
    void withstandsTheInputsOfAFuzzer(Class<?> target) throws Exception {
        int seconds = Integer.getInteger("umpire.fuzz.seconds", 15);
        assumeTrue(seconds > 0, "not fuzzed: umpire.fuzz.seconds is 0");
        assumeTrue(
                System.getProperty("os.arch").matches("amd64|x86_64|aarch64"),
                "not fuzzed: Jazzer has no native part for " + System.getProperty("os.arch"));
        Path folder = Files.createDirectories(FOUND.resolve(target.getSimpleName()));
        Process jazzer = new ProcessBuilder(command(target, seconds, folder))
                .redirectErrorStream(true)
                .start();
        String log = new String(jazzer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jazzer.waitFor()).as(log).isZero();
        System.out.println(target.getSimpleName() + ": "
                + log.lines().filter(line -> line.matches("#\\d+.*")).reduce("", (earlier, later) -> later));
    }

    private static List<String> command(Class<?> target, int seconds, Path folder) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dio.netty.leakDetection.level=disabled",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--instrumentation_includes=dev.umpire.server.**:io.netty.handler.codec.**",
                "--custom_hook_includes=dev.umpire.server.**",
                // it mistakes the queues inside Netty for misuse
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.UnsafeSanitizer",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-max_total_time=" + seconds,
                // an input that takes so many seconds is a hang, also on a machine that has much else to do
                "-timeout=30",
                "-rss_limit_mb=4096",
                "-print_final_stats=1"));
        command.add(folder.toString());
        command.add(SEEDS.resolve(target.getSimpleName()).toString());
        return command;
    }

    private static void run(Class<?> target, byte[] input) throws Throwable {
        try {
            target.getMethod("fuzzerTestOneInput", byte[].class).invoke(null, (Object) input);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
