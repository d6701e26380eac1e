package jp.tsunagu.compose.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.tsunagu.runtime.file.OwnerOnly;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The accounts of a run, in a file that only its owner may read. Who changes the file by hand is
 * understood at the next question. Thread-safe.
 */
public final class Accounts {
  private static final String FILE = "accounts.json";

  private final Path file;
  private final JsonMapper json =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private List<Account> all = List.of();
  private FileTime read = FileTime.fromMillis(0);

  private Accounts(Path file) {
    this.file = file;
  }

  /** Those of this folder, which is made if it is not there. */
  static Accounts in(Path folder) {
    try {
      OwnerOnly.folder(folder);
      return new Accounts(folder.resolve(FILE));
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot make " + folder, exception);
    }
  }

  /** Whether there were never any. */
  boolean isNew() {
    return !Files.exists(file);
  }

  synchronized List<Account> all() {
    try {
      if (!Files.exists(file)) {
        return all;
      }
      var now = Files.getLastModifiedTime(file);
      if (!now.equals(read)) {
        all = List.copyOf(json.readValue(Files.readAllBytes(file), new TypeReference<>() {}));
        read = now;
      }
      return all;
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot read " + file, exception);
    }
  }

  /** Of somebody who is let in. */
  Optional<Account> byId(String id) {
    return all().stream()
        .filter(account -> account.id().equals(id) && !account.withdrawn())
        .findFirst();
  }

  /** Of somebody who is let in, by what she types. */
  Optional<Account> byLogin(String login) {
    return all().stream()
        .filter(account -> account.login().equals(login) && !account.withdrawn())
        .findFirst();
  }

  synchronized void add(List<Account> more) {
    write(Stream.concat(all().stream(), more.stream()).toList());
  }

  /** Somebody leaves: she is out within half a minute, wherever she is logged in. */
  public void withdraw(String login) {
    change(login, Account::ended);
  }

  synchronized void change(String login, UnaryOperator<Account> how) {
    write(
        all().stream()
            .map(account -> account.login().equals(login) ? how.apply(account) : account)
            .toList());
  }

  private void write(List<Account> accounts) {
    try {
      OwnerOnly.write(file, json.writeValueAsBytes(accounts));
      all = accounts;
      read = Files.getLastModifiedTime(file);
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot write " + file, exception);
    }
  }
}
