package jp.tsunagu.runtime.testing;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagu.runtime.description.Gives;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Everything that can be read at a service, from the methods that answer it: pages, interface and
 * streams, also what no description tells.
 */
public final class ReadingRoutes {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([^}:]+)(:([^{}]|\\{[^}]*})*)?}");

  private ReadingRoutes() {}

  /**
   * One of them.
   *
   * @param pattern with variables in braces
   * @param parameters what a query may say in one word
   * @param isStream whether it goes on and on
   */
  public record Route(String pattern, List<String> parameters, boolean isStream) {

    /** The names of its variables, but for the agency whose it is. */
    public List<String> variables() {
      return VARIABLE
          .matcher(pattern)
          .results()
          .map(found -> found.group(1))
          .filter(name -> !name.equals("agencyId"))
          .toList();
    }

    public boolean isOfAgency() {
      return pattern.contains("{agencyId}");
    }

    /** Its address for an agency, every other variable the same. */
    public String filled(String agency, String id) {
      return VARIABLE
          .matcher(pattern)
          .replaceAll(found -> found.group(1).equals("agencyId") ? agency : id);
    }
  }

  /** What was answered, without what every answer has anew: moments, keys, what is left of time. */
  public static String withoutMoment(String answer) {
    return answer
        .replaceAll("data-left=\"\\d+\"", "")
        .replaceAll("<time[^>]*>[^<]*</time>", "")
        .replaceAll("value=\"[^\"]{20,}\"", "")
        .replaceAll("(?m)^.*class=\"paper-only\".*$", "");
  }

  /** Those of the service whose classes stand below this package. */
  public static List<Route> of(String root) {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
    return scanner.findCandidateComponents(root).stream()
        .map(found -> load(Objects.requireNonNull(found.getBeanClassName())))
        .flatMap(type -> Stream.of(type.getDeclaredMethods()).flatMap(each -> routes(type, each)))
        .distinct()
        .toList();
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException exception) {
      throw new IllegalStateException(exception);
    }
  }

  private static Stream<Route> routes(Class<?> type, Method method) {
    var own = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
    if (own == null || !List.of(own.method()).contains(RequestMethod.GET)) {
      return Stream.of();
    }
    var given = method.getAnnotation(Gives.class);
    var isStream =
        List.of(own.produces()).contains(MediaType.TEXT_EVENT_STREAM_VALUE)
            || (given != null && List.of(given.as()).contains(MediaType.TEXT_EVENT_STREAM_VALUE));
    var above = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
    var parameters = Stream.of(method.getParameters()).flatMap(ReadingRoutes::named).toList();
    return prefixes(above)
        .flatMap(before -> paths(own).map(path -> new Route(before + path, parameters, isStream)));
  }

  private static Stream<String> prefixes(@Nullable RequestMapping above) {
    return above == null || above.path().length == 0 ? Stream.of("") : Stream.of(above.path());
  }

  private static Stream<String> paths(RequestMapping own) {
    return own.path().length == 0 ? Stream.of("") : Stream.of(own.path());
  }

  private static Stream<String> named(Parameter parameter) {
    var asked = AnnotatedElementUtils.findMergedAnnotation(parameter, RequestParam.class);
    if (asked == null || Map.class.isAssignableFrom(parameter.getType())) {
      return Stream.of();
    }
    return Stream.of(asked.name().isEmpty() ? parameter.getName() : asked.name());
  }
}
