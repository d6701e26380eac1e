package jp.tsunagu.runtime.doctor;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.tsunagu.runtime.mail.MailOutcome;
import jp.tsunagu.runtime.mail.MailSettings;
import jp.tsunagu.runtime.mail.Mailer;

/** Whether the city's mail server answers and lets us in; no mail is sent. */
public record MailExamination(Supplier<Optional<MailSettings>> settings) implements Examination {

  @Override
  public String what() {
    return "メールサーバー (mail server)";
  }

  @Override
  public List<Finding> look() {
    return List.of(
        settings
            .get()
            .map(Mailer::new)
            .map(Mailer::obstacle)
            .map(
                obstacle ->
                    obstacle
                        .map(MailOutcome.Obstacle::label)
                        .map(
                            told ->
                                Finding.bad(what(), told, "設定 tsunagu.mail.* と、サーバーの側を確かめてください。"))
                        .orElseGet(() -> Finding.good(what(), "つながります")))
            .orElseGet(() -> Finding.good(what(), "使っていません(tsunagu.mail.host がありません)")));
  }
}
