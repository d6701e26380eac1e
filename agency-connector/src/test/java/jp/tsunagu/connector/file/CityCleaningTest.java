package jp.tsunagu.connector.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import jp.tsunagu.contract.dossier.FilePiece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The city's own program (無害化), as it may behave. */
class CityCleaningTest {

  private static final byte[] FILE = "a file".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  @Test
  void without_a_program_a_file_is_used_as_it_is() {
    assertThat(new CityCleaning(null, Duration.ofSeconds(1)).clean(FileType.PNG, FILE))
        .isEqualTo(new CityCleaning.Outcome.Cleaned(FILE));
  }

  @Test
  void what_the_program_writes_is_used_and_it_is_told_what_the_file_is() throws IOException {
    CityCleaning.Outcome outcome = outcome("cat; printf ' seen as %s' \"$1\"");
    assertThat(outcome)
        .isInstanceOfSatisfying(
            CityCleaning.Outcome.Cleaned.class,
            cleaned ->
                assertThat(cleaned.content()).asString().isEqualTo("a file seen as image/png"));
  }

  @Test
  void a_program_that_refuses_or_says_nothing_refuses_the_file() throws IOException {
    assertThat(outcome("cat; exit 3")).isEqualTo(refused(FileFault.NOT_CLEANED));
    assertThat(outcome("cat > /dev/null")).isEqualTo(refused(FileFault.NOT_CLEANED));
    assertThat(outcome("exit 0"))
        .as("it does not even read")
        .isEqualTo(refused(FileFault.NOT_CLEANED));
  }

  @Test
  void a_program_that_does_not_answer_in_time_or_does_not_start_refuses_the_file()
      throws IOException {
    assertThat(outcome("exec tail -f /dev/null")).isEqualTo(refused(FileFault.CLEANING_AWAY));
    assertThat(
            new CityCleaning(folder.resolve("missing"), Duration.ofSeconds(1))
                .clean(FileType.PNG, FILE))
        .isEqualTo(refused(FileFault.CLEANING_AWAY));
  }

  @Test
  void a_program_that_writes_without_end_fills_no_memory() throws IOException {
    assertThat(outcome("cat > /dev/null; cat /dev/zero"))
        .isInstanceOfAny(CityCleaning.Outcome.Cleaned.class, CityCleaning.Outcome.Refused.class)
        .satisfies(
            outcome -> {
              if (outcome instanceof CityCleaning.Outcome.Cleaned(byte[] content)) {
                assertThat(content).hasSizeLessThanOrEqualTo(FilePiece.LARGEST_FILE + 1);
              }
            });
  }

  private static CityCleaning.Outcome refused(FileFault fault) {
    return new CityCleaning.Outcome.Refused(fault);
  }

  private CityCleaning.Outcome outcome(String script) throws IOException {
    Path program = Files.createTempFile(folder, "clean", ".sh");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return new CityCleaning(program, Duration.ofSeconds(5)).clean(FileType.PNG, FILE);
  }
}
