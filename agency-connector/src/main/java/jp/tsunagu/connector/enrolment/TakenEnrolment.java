package jp.tsunagu.connector.enrolment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jp.tsunagu.runtime.enrolment.Enrolment;
import jp.tsunagu.runtime.file.OwnerOnly;
import jp.tsunagu.runtime.start.StartRefused;

/** The enrolment that was taken in last: beside the master key, for the owner only. */
final class TakenEnrolment {

  private static final String FILE = "enrolment.properties";

  private TakenEnrolment() {}

  /**
   * The one in this data directory; empty where none was taken in yet.
   *
   * @throws StartRefused where it cannot be read
   */
  static Optional<Enrolment> in(Path home) {
    Path file = home.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Enrolment.read(Files.readString(file)));
    } catch (IOException | IllegalArgumentException _) {
      throw StartRefused.because(
          "設定 %s のフォルダにある %s を読めません。消して、新しい登録の束を中央に頼んでください。".formatted(SettingNames.HOME, FILE));
    }
  }

  /** Takes it in, in place of the one before. */
  static void keep(Path home, Enrolment enrolment) {
    try {
      OwnerOnly.folder(home);
      OwnerOnly.write(home.resolve(FILE), enrolment.written().getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      throw StartRefused.because("設定 %s のフォルダに書けません。場所と権限を確かめてください。".formatted(SettingNames.HOME));
    }
  }
}
