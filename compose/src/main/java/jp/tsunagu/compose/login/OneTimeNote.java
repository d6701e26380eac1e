package jp.tsunagu.compose.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jp.tsunagu.runtime.file.OwnerOnly;

/**
 * The password of a city's first administrator, in a file of its owner only: written before her
 * account is, so that whenever a start is broken off somebody can still log in, and gone once she
 * has chosen another.
 */
final class OneTimeNote {
  /** Her login. */
  static final String LOGIN = "administrator";

  private static final String FILE = "first-administrator.txt";

  private final Path file;

  OneTimeNote(Path folder) {
    this.file = folder.resolve(FILE);
  }

  void write(String password) {
    var text =
        "最初の運用担当のログインです。ログインして自分の合言葉を決めると、このファイルは消えます。\nログイン名  %s\n合言葉      %s\n"
            .formatted(LOGIN, password);
    try {
      OwnerOnly.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot write " + file, exception);
    }
  }

  /** Takes it away unless its password is still good. */
  void removeUnlessGood(Accounts accounts) {
    if (accounts.byLogin(LOGIN).filter(Account::oneTime).isEmpty()) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException exception) {
        throw new UncheckedIOException("cannot remove " + file, exception);
      }
    }
  }

  /** Where it stands, while it does. */
  Optional<Path> place() {
    return Optional.of(file).filter(Files::exists);
  }
}
