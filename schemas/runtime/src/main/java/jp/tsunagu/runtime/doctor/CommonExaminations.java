package jp.tsunagu.runtime.doctor;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import jp.tsunagu.runtime.broker.CommandSettings;
import jp.tsunagu.runtime.mail.MailProperties;

/** What every service looks at, by its settings. */
public record CommonExaminations(CommandSettings settings, Clock clock) {

  /** Disk, certificates and fonts. */
  public List<Examination> ofMachine(Path folder) {
    return List.of(
        new DiskExamination(folder),
        new CertificateExamination(settings.bundles(), clock),
        new FontExamination());
  }

  /** The mail server, for a service that sends mail. */
  public Examination mail() {
    MailProperties mail = settings.bound("tsunagu.mail", MailProperties.class);
    return new MailExamination(() -> mail.settings(settings.bundles(), "つなぐ"));
  }
}
