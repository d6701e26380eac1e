package jp.tsunagu.compose.login;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.compose.city.City;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/**
 * Who everybody is (OpenID Connect), for a city without a provider of its own: one more application
 * in the process of a run on one machine, or a container beside the others.
 */
public final class LoginProvider implements AutoCloseable {
  /** So long somebody stays logged in. */
  static final Duration SESSION = Duration.ofHours(10);

  private final ConfigurableApplicationContext application;

  private LoginProvider(ConfigurableApplicationContext application) {
    this.application = application;
  }

  /**
   * Where it is and for whom.
   *
   * @param folder of accounts and key, for its owner only
   * @param issuer its name, which is also the address where browsers find it
   * @param sites whose people log in
   * @param server where it listens, as Boot's settings; what is missing is Boot's own business
   */
  public record Setup(Path folder, String issuer, List<Site> sites, Map<String, String> server) {
    /** Keeps unmodifiable copies. */
    public Setup {
      sites = List.copyOf(sites);
      server = Map.copyOf(server);
    }

    /** On 127.0.0.1 at this port. */
    public static Setup onThisMachine(Path folder, int port, List<Site> sites) {
      return new Setup(
          folder,
          "http://127.0.0.1:" + port,
          sites,
          Map.of("server.address", "127.0.0.1", "server.port", Integer.toString(port)));
    }

    /** Where sample people and their passwords stand. */
    public Path samplePeople() {
      return folder.resolve(FirstPeople.FILE);
    }
  }

  /** Starts it, with people where it has none yet. */
  public static LoginProvider start(Setup setup, City city, Clock clock) {
    var encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    var accounts = Accounts.in(setup.folder());
    new FirstPeople(encoder).settle(city, accounts, setup.folder());
    var application =
        new SpringApplicationBuilder(ProviderApplication.class)
            .web(WebApplicationType.SERVLET)
            .bannerMode(Banner.Mode.OFF)
            .registerShutdownHook(false)
            .logStartupInfo(false)
            .initializers(
                context -> {
                  context.getBeanFactory().registerSingleton("accounts", accounts);
                  context.getBeanFactory().registerSingleton("encoder", encoder);
                  context
                      .getBeanFactory()
                      .registerSingleton("note", new OneTimeNote(setup.folder()));
                  context.getBeanFactory().registerSingleton("setup", setup);
                  context.getBeanFactory().registerSingleton("city", city);
                  context.getBeanFactory().registerSingleton("sharedClock", clock);
                })
            .run(arguments(setup));
    return new LoginProvider(application);
  }

  private static String[] arguments(Setup setup) {
    var usual =
        Stream.of(
            "--spring.config.name=login-provider",
            "--spring.application.name=login-provider",
            "--spring.jmx.enabled=false",
            "--spring.threads.virtual.enabled=true",
            "--server.shutdown=immediate",
            "--server.servlet.session.timeout=" + SESSION,
            "--server.servlet.session.cookie.name=tsunagu-login",
            "--server.servlet.session.cookie.http-only=true",
            "--server.servlet.session.cookie.same-site=lax");
    var server =
        setup.server().entrySet().stream()
            .map(each -> "--" + each.getKey() + "=" + each.getValue());
    return Stream.concat(usual, server).toArray(String[]::new);
  }

  /** Where the password of a city's first administrator stands, until she has chosen another. */
  public Optional<Path> oneTimeNote() {
    return application.getBean(OneTimeNote.class).place();
  }

  /** Who can log in. */
  public Accounts accounts() {
    return application.getBean(Accounts.class);
  }

  /** Where a person begins to log in by hand. */
  public URI address() {
    return URI.create(application.getBean(Setup.class).issuer());
  }

  @Override
  public void close() {
    application.close();
  }
}
