package jp.tsunagu.runtime.start;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.util.ClassUtils;

/** Notes which settings cannot be read, and goes on as if they were not there. */
record UnreadableSettings(Faults faults) implements BindHandler {

  private static final Map<Class<?>, String> FORMS =
      Map.of(
          Integer.class, "整数",
          Short.class, "整数",
          Long.class, "整数",
          Boolean.class, "true か false",
          Duration.class, "時間の長さ(例 500ms、10s、1h)",
          Path.class, "ファイルかフォルダの場所");

  @Override
  public @Nullable Object onFailure(
      ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error) {
    faults.unusable(name.toString(), form(target.getType().resolve(Object.class)));
    return null;
  }

  private static String form(Class<?> type) {
    Class<?> wanted = ClassUtils.resolvePrimitiveIfNecessary(type);
    return Optional.ofNullable(wanted.getEnumConstants())
        .map(constants -> Arrays.stream(constants).map(UnreadableSettings::name))
        .map(names -> names.collect(Collectors.joining("、")) + " のどれか")
        .orElseGet(() -> FORMS.getOrDefault(wanted, "正しい形"));
  }

  private static String name(Object constant) {
    return constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
