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
import jp.tsunagu.runtime.start.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts of a run, in a file that only its owner may read. Who changes the file by hand is
 * understood at the next question; while it cannot be read, what was read last counts. Thread-safe.
 */
public final class Accounts {
  private static final Logger log = LoggerFactory.getLogger(Accounts.class);
  private static final FileTime NEVER = FileTime.fromMillis(0);

  private final AccountsFile file;
  private List<Account> all = List.of();
  private FileTime read = NEVER;
  private Optional<String> fault = Optional.empty();

  private Accounts(AccountsFile file) {
    this.file = file;
  }

  /**
   * Those of this folder, which is made if it is not there.
   *
   * @throws StartRefused where they are there and cannot be read
   */
  static Accounts in(Path folder) {
    try {
      OwnerOnly.folder(folder);
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot make " + folder, exception);
    }
    var accounts = new Accounts(new AccountsFile(folder));
    accounts
        .fault()
        .ifPresent(
            why -> {
              throw StartRefused.because(why + " 直すか、元に戻してから始めてください。");
            });
    return accounts;
  }

  /** Whether there were never any. */
  boolean isNew() {
    return !file.exists();
  }

  /** Why the file is not understood at the moment, so that what was read before counts. */
  synchronized Optional<String> fault() {
    look();
    return fault;
  }

  synchronized List<Account> all() {
    look();
    return all;
  }

  /** Reads the file where it changed since it was last looked at. */
  private void look() {
    var written = lastWritten();
    if (written.equals(NEVER) || written.equals(read)) {
      return;
    }
    read = written;
    switch (file.read()) {
      case AccountsFile.Reading.Read(List<Account> accounts) -> {
        all = accounts;
        fault.ifPresent(_ -> log.info("the accounts can be read again"));
        fault = Optional.empty();
      }
      case AccountsFile.Reading.Unreadable(String why) -> {
        fault = Optional.of(why);
        log.error("accounts cannot be read, those of before still count: {}", why);
      }
    }
  }

  private FileTime lastWritten() {
    try {
      return Files.getLastModifiedTime(file.place());
    } catch (IOException _) {
      return NEVER;
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
      if (fault.isPresent()) {
        file.putAside();
      }
      file.write(accounts);
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot write " + file.place(), exception);
    }
    all = List.copyOf(accounts);
    read = lastWritten();
    fault = Optional.empty();
  }
}
