package jp.tsunagu.connector.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jp.tsunagu.connector.AgencyConnector;
import jp.tsunagu.runtime.start.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartRefusedTest {
  @Test
  void every_missing_and_unusable_setting_is_named_at_once(CapturedOutput output) {
    Throwable refused =
        catchThrowable(
            () ->
                AgencyConnector.application()
                    .run(
                        "--server.port=0",
                        "--tsunagu.connector.page-wait=1m",
                        "--tsunagu.connector.agencies[0].id=X",
                        "--tsunagu.connector.agencies[0].webhook.url=http://a",
                        "--tsunagu.connector.agencies[0].mailbox.address=Higashi <a@b.example>"));
    assertThat(refused).isInstanceOf(StartRefused.class);
    assertThat(output.getAll())
        .contains(
            "--spring.kafka.bootstrap-servers=",
            "--tsunagu.network-id=",
            "--tsunagu.connector.data-dir=",
            "--spring.datasource.url=",
            "設定 tsunagu.connector.page-wait の値は使えません",
            "設定 tsunagu.connector.agencies[0].id の値は使えません",
            "--tsunagu.connector.agencies[0].webhook.secret=",
            "設定 tsunagu.connector.agencies[0].mailbox.address の値は使えません",
            "--tsunagu.mail.host=",
            "--tsunagu.site.window=")
        .doesNotContain("\tat org.springframework");
  }
}
