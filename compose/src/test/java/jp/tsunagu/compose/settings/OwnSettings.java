package jp.tsunagu.compose.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The settings that our own {@code @ConfigurationProperties} records declare. */
final class OwnSettings {
  private static final String OURS = "jp.tsunagu.";
  private static final Pattern EXAMPLE = Pattern.compile(",? ?\\(?e\\.g\\. `([^`]*)`\\)?");

  private OwnSettings() {}

  /** All below these packages, by name of their group. */
  static List<Setting> below(String... packages) {
    return Stream.of(packages)
        .flatMap(OwnSettings::groups)
        .sorted(Comparator.comparing(OwnSettings::prefix))
        .flatMap(group -> components(prefix(group), group))
        .toList();
  }

  private static Stream<Class<?>> groups(String basePackage) {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    return scanner.findCandidateComponents(basePackage).stream()
        .map(found -> Objects.requireNonNull(found.getBeanClassName()))
        .sorted()
        .<Class<?>>map(name -> ClassUtils.resolveClassName(name, null))
        .filter(Docstrings::isOfAProgram);
  }

  private static String prefix(Class<?> group) {
    return group.getAnnotation(ConfigurationProperties.class).value();
  }

  private static Stream<Setting> components(String prefix, Class<?> type) {
    Map<String, String> meanings = Docstrings.of(type);
    return Arrays.stream(recordComponents(type))
        .flatMap(
            component ->
                settings(prefix, component, meanings.getOrDefault(component.getName(), "")));
  }

  private static RecordComponent[] recordComponents(Class<?> type) {
    return Optional.ofNullable(type.getRecordComponents())
        .orElseThrow(() -> new IllegalStateException(type + " is no record"));
  }

  private static Stream<Setting> settings(
      String prefix, RecordComponent component, String meaning) {
    Type type = component.getGenericType();
    String name = prefix + "." + kebab(component.getName()) + subscript(component.getType());
    Class<?> content = content(type);
    if (content.isRecord() && content.getName().startsWith(OURS)) {
      return components(name, content);
    }
    return Stream.of(setting(name, component, content, meaning));
  }

  private static Setting setting(
      String name, RecordComponent component, Class<?> content, String meaning) {
    String usual = usual(component);
    Matcher example = EXAMPLE.matcher(meaning);
    String shown = example.find() ? example.group(1) : usual;
    if (shown.isEmpty() && content.isEnum()) {
      shown = lowerCase(content.getEnumConstants()[0]);
    }
    return new Setting(name, example.replaceAll("") + choices(content), usual, shown);
  }

  /** Stands at the parameter of the canonical constructor: it does not reach the component. */
  private static String usual(RecordComponent component) {
    return Stream.of(component.getDeclaringRecord().getDeclaredConstructors())
        .flatMap(constructor -> Stream.of(constructor.getParameters()))
        .filter(parameter -> parameter.getName().equals(component.getName()))
        .map(parameter -> parameter.getAnnotation(DefaultValue.class))
        .filter(Objects::nonNull)
        .map(annotation -> String.join(",", annotation.value()))
        .findFirst()
        .orElse("");
  }

  private static String choices(Class<?> content) {
    if (!content.isEnum()) {
      return "";
    }
    return Arrays.stream(content.getEnumConstants())
        .map(OwnSettings::lowerCase)
        .collect(Collectors.joining("`, `", " (`", "`)"));
  }

  private static String lowerCase(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String subscript(Class<?> type) {
    if (Map.class.isAssignableFrom(type)) {
      return ".<name>";
    }
    return Collection.class.isAssignableFrom(type) ? "[n]" : "";
  }

  /** Of a list or map what it holds, else the type itself. */
  private static Class<?> content(Type type) {
    if (type instanceof ParameterizedType holder) {
      Type[] arguments = holder.getActualTypeArguments();
      return content(arguments[arguments.length - 1]);
    }
    return (Class<?>) type;
  }

  private static String kebab(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
