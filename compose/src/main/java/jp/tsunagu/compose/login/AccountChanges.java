package jp.tsunagu.compose.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import jp.tsunagu.runtime.file.OwnerOnly;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who changed whose account, when and how: one line of JSON for each, in a file of its owner only
 * that is only ever added to. A line is on the disk before the change is made, so that no change is
 * without one. Thread-safe.
 */
final class AccountChanges {
  /** Where they stand. */
  static final String FILE = "account-changes.jsonl";

  private final Path file;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();

  AccountChanges(Path folder, Clock clock) {
    this.file = folder.resolve(FILE);
    this.clock = clock;
  }

  /** What can happen to an account. */
  enum Kind {
    ADDED,
    CHANGED,
    NEW_PASSWORD,
    PASSWORD_CHOSEN,
    WITHDRAWN
  }

  private record Line(
      String at,
      String by,
      Kind what,
      String id,
      String login,
      String name,
      @Nullable String agency,
      List<String> roles) {}

  /** That somebody makes an account what it is here; passwords stand in no line. */
  synchronized void record(Account by, Kind what, Account now) {
    var line =
        new Line(
            clock.instant().toString(),
            by.login(),
            what,
            now.id(),
            now.login(),
            now.name(),
            now.agency(),
            now.roles());
    try (var channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), OwnerOnly.file())) {
      var left =
          ByteBuffer.wrap((json.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot write " + file, exception);
    }
  }
}
