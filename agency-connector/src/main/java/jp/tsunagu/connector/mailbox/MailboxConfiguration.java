package jp.tsunagu.connector.mailbox;

import java.util.stream.Stream;
import jp.tsunagu.runtime.mail.MailProperties;
import jp.tsunagu.runtime.start.CheckedAtStart;
import jp.tsunagu.runtime.start.Faults;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Reads the settings of mail, and refuses a mailbox to which none could be sent. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailProperties.class, MailboxProperties.class})
class MailboxConfiguration {

  private static final String SERVER = "tsunagu.mail.host";
  private static final String WINDOW = "tsunagu.site.window";

  /** A mailbox needs a mail server, and what is mailed leads to the window. */
  @Bean
  static CheckedAtStart mailCanBeSent(Environment environment) {
    return faults -> check(Binder.get(environment), faults);
  }

  private static void check(Binder settings, Faults faults) {
    boolean isAnyMailbox =
        Stream.iterate(0, number -> number + 1)
            .map("tsunagu.connector.agencies[%d]"::formatted)
            .takeWhile(agency -> !text(settings, agency + ".id").isEmpty())
            .anyMatch(agency -> !text(settings, agency + ".mailbox.address").isEmpty());
    if (isAnyMailbox) {
      faults.require(SERVER, text(settings, SERVER), "メールを送るサーバー", "mail.city.example");
      faults.require(
          WINDOW, text(settings, WINDOW), "窓口のアドレス", "https://tsunagu.example.lg.jp:8100");
    }
  }

  private static String text(Binder settings, String name) {
    return settings.bind(name, String.class).orElse("");
  }
}
