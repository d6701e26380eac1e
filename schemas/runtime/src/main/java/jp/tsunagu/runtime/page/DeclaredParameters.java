package jp.tsunagu.runtime.page;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.core.annotation.RepeatableContainers;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/**
 * Which query parameters a method has: its arguments, and those its description names. What is
 * documented and what is taken cannot differ.
 */
final class DeclaredParameters {

  private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

  private final List<MoreParameters> more;
  private final Map<Method, Map<String, String>> known = new ConcurrentHashMap<>();

  DeclaredParameters(List<MoreParameters> more) {
    this.more = List.copyOf(more);
  }

  /** Names with what they mean; the name where nothing is said. */
  Map<String, String> of(HandlerMethod method) {
    return known.computeIfAbsent(method.getMethod(), _ -> read(method));
  }

  private Map<String, String> read(HandlerMethod method) {
    Map<String, String> names = new TreeMap<>();
    MergedAnnotations.from(
            method.getMethod(),
            SearchStrategy.TYPE_HIERARCHY,
            RepeatableContainers.standardRepeatables())
        .stream(Parameter.class)
        .filter(each -> each.getEnum("in", ParameterIn.class) == ParameterIn.QUERY)
        .forEach(each -> names.put(each.getString("name"), each.getString("description")));
    for (MethodParameter argument : method.getMethodParameters()) {
      add(argument, names);
    }
    more.forEach(each -> names.putAll(each.of(method)));
    names.replaceAll((name, description) -> description.isEmpty() ? name : description);
    return names;
  }

  private static void add(MethodParameter argument, Map<String, String> names) {
    RequestParam declared = argument.getParameterAnnotation(RequestParam.class);
    if (declared == null || Map.class.isAssignableFrom(argument.getParameterType())) {
      return;
    }
    argument.initParameterNameDiscovery(NAMES);
    String name = declared.name().isEmpty() ? argument.getParameterName() : declared.name();
    Parameter described = argument.getParameterAnnotation(Parameter.class);
    if (name != null) {
      names.put(name, described == null ? "" : described.description());
    }
  }
}
