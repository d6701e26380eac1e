package jp.tsunagu.connector.enrolment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.runtime.enrolment.Enrolment;
import jp.tsunagu.runtime.enrolment.SealedEnrolment;
import jp.tsunagu.runtime.start.StartRefused;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Takes in the bundle that the centre gave, once, and lays what it says below all other settings.
 * What was taken in stands beside the master key and serves every later start; the bundle and its
 * password can be destroyed. A bundle that was issued later takes its place.
 */
public final class EnrolmentSettings implements EnvironmentPostProcessor, Ordered {

  /** After the configuration files, in which the bundle is named. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  /** Whether this process reaches the broker by what it took in. */
  public static boolean isEnrolled(Environment environment) {
    return environment.containsProperty(SettingNames.UNTIL);
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    String home = environment.getProperty(SettingNames.HOME, "");
    if (home.isBlank()) {
      return;
    }
    enrolled(environment, Path.of(home))
        .ifPresent(
            enrolment -> {
              Map<String, Object> settings = new HashMap<>(enrolment.settings());
              settings.put(SettingNames.UNTIL, enrolment.until().toString());
              if (environment.getProperty(SettingNames.AGENCY) == null) {
                settings.put(SettingNames.AGENCY, enrolment.agency().value());
              }
              environment
                  .getPropertySources()
                  .addLast(new MapPropertySource("enrolment", settings));
            });
  }

  /**
   * What was taken in before or now; empty where this connector has no bundle.
   *
   * @throws StartRefused where there is a bundle that cannot be taken in
   */
  private static Optional<Enrolment> enrolled(Environment environment, Path home) {
    Optional<Enrolment> before = TakenEnrolment.in(home);
    Path bundle = Path.of(environment.getProperty(SettingNames.BUNDLE, ""));
    if (bundle.toString().isEmpty() || (before.isPresent() && !Files.exists(bundle))) {
      return before;
    }
    SealedEnrolment sealed = read(bundle);
    if (before.isPresent() && !sealed.issued().isAfter(before.get().issued())) {
      return before;
    }
    Enrolment opened = open(sealed, environment.getProperty(SettingNames.PASSWORD, ""));
    String agency = environment.getProperty(SettingNames.AGENCY, opened.agency().value());
    if (!agency.equals(opened.agency().value())) {
      throw StartRefused.because(
          "設定 %s の束は機関 %s のものですが、設定 %s は別の機関です。その機関の束を置いてください。"
              .formatted(SettingNames.BUNDLE, opened.agency(), SettingNames.AGENCY));
    }
    TakenEnrolment.keep(home, opened);
    return Optional.of(opened);
  }

  private static SealedEnrolment read(Path bundle) {
    try {
      return SealedEnrolment.read(Files.readString(bundle))
          .orElseThrow(
              () ->
                  StartRefused.because(
                      "設定 %s のファイルは登録の束ではありません。中央から受け取ったファイルをそのまま置いてください。"
                          .formatted(SettingNames.BUNDLE)));
    } catch (IOException _) {
      throw StartRefused.because(
          "設定 %s のファイルを読めません。場所と、読む権限を確かめてください。".formatted(SettingNames.BUNDLE));
    }
  }

  private static Enrolment open(SealedEnrolment sealed, String password) {
    if (password.isBlank()) {
      throw StartRefused.because(
          "設定 %s がありません。中央から別の道で受け取った、束の合言葉を指定してください。".formatted(SettingNames.PASSWORD));
    }
    return switch (sealed.open(password.strip())) {
      case SealedEnrolment.Opening.Opened(Enrolment enrolment) -> enrolment;
      case SealedEnrolment.Opening.Refused() ->
          throw StartRefused.because(
              "設定 %s の合言葉では束を開けません。打ち間違いを直すか、中央に新しい束を頼んでください。".formatted(SettingNames.PASSWORD));
    };
  }
}
