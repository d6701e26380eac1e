package jp.tsunagu.compose.login;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.compose.city.City;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/**
 * Who everybody is, for a run on one machine (OpenID Connect): one more application in the same
 * process, on 127.0.0.1. A real network names the city's own provider in place of it.
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
   * @param port on 127.0.0.1
   * @param sites whose people log in
   */
  public record Setup(Path folder, int port, List<Site> sites) {
    /** Keeps an unmodifiable copy. */
    public Setup {
      sites = List.copyOf(sites);
    }

    /** Its name, which is also its address. */
    public String issuer() {
      return "http://127.0.0.1:" + port;
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
            .run(
                "--spring.config.name=login-provider",
                "--spring.application.name=login-provider",
                "--spring.jmx.enabled=false",
                "--spring.threads.virtual.enabled=true",
                "--server.address=127.0.0.1",
                "--server.port=" + setup.port(),
                "--server.shutdown=immediate",
                "--server.servlet.session.timeout=" + SESSION,
                "--server.servlet.session.cookie.name=tsunagu-login",
                "--server.servlet.session.cookie.http-only=true",
                "--server.servlet.session.cookie.same-site=lax");
    return new LoginProvider(application);
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
