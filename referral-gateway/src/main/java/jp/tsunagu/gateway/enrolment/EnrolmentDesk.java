package jp.tsunagu.gateway.enrolment;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.gateway.admission.Admission;
import jp.tsunagu.gateway.enrolment.Enrolments.Made;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.enrolment.Term;
import jp.tsunagu.runtime.file.OwnerOnly;
import jp.tsunagu.runtime.start.StartRefused;
import org.apache.kafka.common.KafkaException;

/** Enrols agencies at the word of a person at the centre. */
public final class EnrolmentDesk {
  /** Its word on the gateway's command line. */
  public static final String NAME = "enrolment";

  private static final int DONE = 0;
  private static final int NOT_DONE = 1;
  private static final int WRONG_USE = 2;

  private final PrintStream out;
  private final Clock clock;

  /** Tells here what it did. */
  public EnrolmentDesk(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /** The program; its words stand in its help. */
  public static void main(String[] arguments) {
    if (Order.read(arguments) instanceof Order.AtCentre order) {
      System.setProperty("tsunagu.logs", order.centre().resolve("logs").toString());
    }
    System.setProperty("logback.configurationFile", "enrolment-logback.xml");
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Runtime.getRuntime().exit(new EnrolmentDesk(out, Clock.systemUTC()).run(arguments));
  }

  /** Does what the words say; gives the exit code: 0 done, 1 not done, 2 not understood. */
  public int run(String... arguments) {
    return switch (Order.read(arguments)) {
      case Order.Help() -> {
        out.println(Order.HELP);
        yield DONE;
      }
      case Order.Wrong(String message) -> {
        out.println(message);
        yield WRONG_USE;
      }
      case Order.AtCentre order -> at(order);
    };
  }

  private int at(Order.AtCentre order) {
    try {
      if (order instanceof Order.Prepare prepare) {
        new Installation(prepare.centre())
            .prepare(
                prepare.networkFile().toAbsolutePath(), new WebIdentities(prepare.host(), clock));
        return DONE;
      }
      var centre = Centre.read(order.centre());
      var broker =
          BrokerAccess.plain("enrolment", centre.kafka().getOrDefault("bootstrap.servers", ""))
              .with(centre.kafka());
      if (broker.isInTheClearToTls()) {
        line(
            "ブローカーは TLS を求めていますが、%s で接続しています。%s の kafka.security.protocol を SSL か SASL_SSL にしてください。",
            broker.securityProtocol(), Centre.FILE);
        return NOT_DONE;
      }
      try (var admin = broker.admin("rights")) {
        return done(order, new Enrolments(centre, new Admission(admin), clock));
      }
    } catch (StartRefused refused) {
      refused.report().forEach(out::println);
      return WRONG_USE;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return NOT_DONE;
    } catch (GeneralSecurityException | IOException | UncheckedIOException failed) {
      line("読み書きできません(%s)。場所と権限を確かめてください。", String.valueOf(failed.getMessage()));
      return NOT_DONE;
    } catch (ExecutionException | TimeoutException | KafkaException _) {
      line("ブローカーで変更できません。%s の kafka.* の設定と、中央のログインの権限を確かめて、もう一度実行してください。", Centre.FILE);
      return NOT_DONE;
    }
  }

  private int done(Order.AtCentre order, Enrolments enrolments)
      throws IOException, ExecutionException, InterruptedException, TimeoutException {
    return switch (order) {
      case Order.Issue issue -> issue(enrolments, issue);
      case Order.Revoke revoke -> revoke(enrolments, revoke.agency());
      case Order.Prepare _ -> DONE;
      case Order.Admit admit -> admit(enrolments, admit);
      case Order.Show _ -> show(enrolments);
      case Order.EndExpired _ -> endExpired(enrolments);
    };
  }

  private int admit(Enrolments enrolments, Order.Admit admit)
      throws IOException, ExecutionException, InterruptedException, TimeoutException {
    var unknown = admit.again().filter(agency -> !enrolments.centre().everyone().contains(agency));
    if (unknown.isPresent()) {
      line("%s は network.yaml に接続装置のある機関として載っていません。", unknown.get());
      return NOT_DONE;
    }
    new Installation(admit.centre())
        .admit(enrolments, admit.again(), admit.days())
        .forEach(agency -> line("%s を登録しました。", agency));
    return DONE;
  }

  private int revoke(Enrolments enrolments, AgencyId agency)
      throws ExecutionException, InterruptedException, TimeoutException {
    enrolments.end(agency);
    line("%s のログインと権限を取り上げました。", agency);
    return DONE;
  }

  private int issue(Enrolments enrolments, Order.Issue issue)
      throws IOException, ExecutionException, InterruptedException, TimeoutException {
    var obstacle = enrolments.obstacle(issue.agency(), issue.kind()).or(() -> taken(issue));
    if (obstacle.isPresent()) {
      out.println(obstacle.get());
      return NOT_DONE;
    }
    var made = enrolments.make(issue.agency(), issue.days());
    write(issue, made);
    var admitted = false;
    try {
      enrolments.admit(made);
      admitted = true;
    } finally {
      if (!admitted) {
        Files.deleteIfExists(issue.bundle());
      }
    }
    line(
        "%s の登録の束を %s に書きました(%s まで)。紙か USB で渡してください。",
        issue.agency(), issue.bundle(), made.entry().until());
    if (issue.passwordFile().isEmpty()) {
      line("合言葉: %s", made.bundle().password());
      line("電話など別の道で伝えてください。中央には残りません。");
    }
    return DONE;
  }

  private static Optional<String> taken(Order.Issue issue) {
    return Files.exists(issue.bundle())
        ? Optional.of("%s がすでにあります。--bundle に別の場所を指定してください。".formatted(issue.bundle()))
        : Optional.empty();
  }

  private static void write(Order.Issue issue, Made made) throws IOException {
    OwnerOnly.write(issue.bundle(), made.bundle().sealed().text().getBytes(StandardCharsets.UTF_8));
    if (issue.passwordFile().isPresent()) {
      OwnerOnly.write(
          issue.passwordFile().get(), made.bundle().password().getBytes(StandardCharsets.US_ASCII));
    }
  }

  private int show(Enrolments enrolments) {
    var today = Term.today(clock);
    enrolments
        .centre()
        .register()
        .all()
        .forEach(
            entry -> {
              var state =
                  entry.ended().isPresent()
                      ? "取り上げ済み"
                      : new Term(entry.until())
                          .line(today)
                          .map(_ -> entry.until() + " まで: 更新(renew)してください")
                          .orElse(entry.until() + " まで");
              line("%-24s %s", entry.agency(), state);
            });
    return DONE;
  }

  private int endExpired(Enrolments enrolments)
      throws ExecutionException, InterruptedException, TimeoutException {
    for (var agency : enrolments.overdue(Term.today(clock))) {
      enrolments.end(agency);
      line("%s のログインは期限が過ぎたので取り上げました。", agency);
    }
    return DONE;
  }

  private void line(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
  }
}
