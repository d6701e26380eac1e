package jp.tsunagu.runtime.login;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings of a login as a service would read them. */
final class TestSettings {
  private TestSettings() {}

  static LoginSettings with(Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>();
    settings.forEach((name, value) -> all.put("tsunagu.login." + name, value));
    return new Binder(new MapConfigurationPropertySource(all))
        .bindOrCreate("tsunagu.login", LoginSettings.class);
  }
}
