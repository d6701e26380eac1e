package jp.tsunagu.compose.run;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One Spring Boot application among several in this process: a configuration file, names and
 * automatic configuration of its own, and the clock that all share.
 *
 * @param name of the application and of its configuration file
 * @param application its main class, which names its package root
 * @param exclusions automatic configuration that only the neighbours on the class path need
 * @param properties set over its configuration file
 */
record SpringService(
    String name,
    Class<?> application,
    int port,
    List<String> exclusions,
    Map<String, Object> properties) {

  /** Starts it; the caller closes it, because no context has a shutdown hook of its own. */
  ConfigurableApplicationContext start(Clock clock) {
    return new SpringApplicationBuilder(application)
        .web(WebApplicationType.SERVLET)
        .bannerMode(Banner.Mode.OFF)
        .registerShutdownHook(false)
        .logStartupInfo(false)
        .initializers(sharing(clock))
        .run(arguments());
  }

  private static ApplicationContextInitializer<ConfigurableApplicationContext> sharing(
      Clock clock) {
    return context -> context.getBeanFactory().registerSingleton("sharedClock", clock);
  }

  /** As command line arguments, which stand over every other source. */
  private String[] arguments() {
    var all = new LinkedHashMap<String, Object>();
    all.put("spring.config.name", name);
    all.put("spring.application.name", name);
    all.put("spring.jmx.enabled", "false");
    all.put("server.address", "127.0.0.1");
    all.put("server.port", port);
    all.put("server.shutdown", "immediate");
    if (!exclusions.isEmpty()) {
      all.put("spring.autoconfigure.exclude", String.join(",", exclusions));
    }
    all.putAll(properties);
    return all.entrySet().stream()
        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
        .toArray(String[]::new);
  }
}
