package jp.tsunagu.runtime.broker;

import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import jp.tsunagu.runtime.start.Faults;
import jp.tsunagu.runtime.start.StartRefused;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The settings of a command an operator runs beside a service (recount, rebuild): the same as the
 * service's – arguments, environment variables, its configuration file and that of the site – with
 * the same way to the broker, but without the service and without its log.
 */
public final class CommandSettings implements AutoCloseable {

  private final StandardEnvironment environment = new StandardEnvironment();
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  private final AnnotationConfigApplicationContext certificates =
      new AnnotationConfigApplicationContext();

  private CommandSettings(String service, String... arguments) {
    environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("service", Map.of("spring.config.name", service)));
    ConfigDataEnvironmentPostProcessor.applyTo(environment);
    ConfigurationPropertySources.attach(environment);
    context.setEnvironment(environment);
  }

  /** For a command of this service; its name is that of its configuration file. */
  public static CommandSettings of(String service, String... arguments) {
    return new CommandSettings(service, arguments);
  }

  /** With the settings that are laid below all others, such as those of an enrolment. */
  public CommandSettings with(EnvironmentPostProcessor more) {
    more.postProcessEnvironment(environment, new SpringApplication());
    return this;
  }

  /** What stands below this prefix, with its defaults. */
  public <T> T bound(String prefix, Class<T> type) {
    return Binder.get(environment).bindOrCreate(prefix, type);
  }

  /** The certificates of the settings; also where the broker is not reached. */
  public SslBundles bundles() {
    if (!certificates.isActive()) {
      certificates.setEnvironment(environment);
      certificates.register(SslAutoConfiguration.class);
      certificates.refresh();
    }
    return certificates.getBean(SslBundles.class);
  }

  /** Notes where the settings do not say where the broker is. */
  public void check(Faults faults) {
    new BrokerServers(environment).check(faults);
  }

  /** A setting's value, if it is there. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(environment.getProperty(name)).filter(value -> !value.isBlank());
  }

  /**
   * The way to the broker; ask once.
   *
   * @throws StartRefused when it is closed and only another setting helps
   */
  public BrokerAccess broker() {
    context.register(
        SslAutoConfiguration.class, KafkaAutoConfiguration.class, BrokerConfiguration.class);
    try {
      context.refresh();
    } catch (BeanCreationException failed) {
      throw failed.getRootCause() instanceof StartRefused refused ? refused : failed;
    }
    return context.getBean(BrokerAccess.class);
  }

  /** Whom a bundle of the settings believes; ask after {@link #broker}. */
  public SSLContext trust(String bundle) {
    return context.getBean(SslBundles.class).getBundle(bundle).createSslContext();
  }

  @Override
  public void close() {
    context.close();
    certificates.close();
  }
}
